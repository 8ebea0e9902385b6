import type { JsonObject } from '../../../core/event/aws-event';
import type { Simulation } from '../simulation';
import { arn, envelope, REGION } from './envelope';

const DAY_MS = 86_400_000;
/** How long a public certificate of ACM is valid (ACM user guide). */
const VALID_DAYS = 198;

function inDays(sim: Simulation, days: number): string {
  return `${new Date(sim.wallMs + days * DAY_MS).toISOString().slice(0, 19)}Z`;
}

/** "ACM Certificate Available": a managed certificate was renewed (ACM user guide, "EventBridge support"). */
export function certificateRenewed(sim: Simulation, name: string, id: string): JsonObject {
  return envelope(sim, 'aws.acm', 'ACM Certificate Available', [arn('acm', `certificate/${id}`)], {
    Action: 'RENEWAL',
    CertificateType: 'AMAZON_ISSUED',
    CommonName: name,
    DomainValidationMethod: 'DNS',
    CertificateCreatedDate: inDays(sim, 0),
    CertificateExpirationDate: inDays(sim, VALID_DAYS),
    DaysToExpiry: VALID_DAYS,
    InUse: true,
    Exported: false,
  });
}

/** "AWS Health Event" that tells the account of a renewal that is done (ACM user guide, "AWS health events"). */
export function renewalTold(sim: Simulation, certificateId: string): JsonObject {
  const code = 'AWS_ACM_RENEWAL_STATE_CHANGE';
  const certificate = arn('acm', `certificate/${certificateId}`);
  const started = new Date(sim.wallMs).toUTCString();
  return envelope(sim, 'aws.health', 'AWS Health Event', [certificate], {
    eventArn: `arn:aws:health:${REGION}::event/ACM/${code}/${code}-${sim.chance.uuid()}`,
    service: 'ACM',
    eventTypeCode: code,
    eventTypeCategory: 'scheduledChange',
    eventScopeCode: 'ACCOUNT_SPECIFIC',
    communicationId: sim.chance.hex(32),
    startTime: started,
    endTime: started,
    lastUpdatedTime: started,
    statusCode: 'closed',
    eventRegion: REGION,
    eventDescription: [
      { language: 'en_US', latestDescription: 'A certificate in your account has been renewed.' },
    ],
    affectedEntities: [{ entityValue: certificate }],
  });
}
