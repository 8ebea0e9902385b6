import type { JsonObject } from '../../../core/event/aws-event';
import type { Simulation } from '../simulation';
import { apiCall } from './cloudtrail-events';
import { ACCOUNT, arn, envelope, REGION } from './envelope';

/** "KMS CMK Rotation": new key material (KMS developer guide, "Monitor KMS keys with EventBridge"). */
export function keyRotated(sim: Simulation, keyId: string): JsonObject {
  return envelope(sim, 'aws.kms', 'KMS CMK Rotation', [arn('kms', `key/${keyId}`)], {
    'key-id': keyId,
  });
}

/** A data key made to encrypt something, as CloudTrail records it. */
export function dataKeyMade(sim: Simulation, keyId: string, role: string): JsonObject {
  return apiCall(sim, {
    eventSource: 'kms.amazonaws.com',
    eventName: 'GenerateDataKey',
    role,
    request: { keyId: arn('kms', `key/${keyId}`), keySpec: 'AES_256' },
    readOnly: true,
  });
}

/**
 * "AWS Service Event via CloudTrail": Secrets Manager has rotated a secret (Secrets Manager user guide, "Log events
 * with CloudTrail").
 */
export function secretRotated(sim: Simulation, secret: string): JsonObject {
  const secretArn = arn('secretsmanager', `secret:${secret}-a1B2c3`);
  return envelope(sim, 'aws.secretsmanager', 'AWS Service Event via CloudTrail', [], {
    eventVersion: '1.10',
    userIdentity: { accountId: ACCOUNT, invokedBy: 'secretsmanager.amazonaws.com' },
    eventTime: sim.time,
    eventSource: 'secretsmanager.amazonaws.com',
    eventName: 'RotationSucceeded',
    awsRegion: REGION,
    sourceIPAddress: 'secretsmanager.amazonaws.com',
    userAgent: 'secretsmanager.amazonaws.com',
    requestParameters: null,
    responseElements: null,
    additionalEventData: { SecretId: secretArn },
    requestID: `Rotation-${secretArn}-${sim.chance.uuid()}`,
    eventID: sim.chance.uuid(),
    readOnly: false,
    eventType: 'AwsServiceEvent',
    managementEvent: true,
    recipientAccountId: ACCOUNT,
    eventCategory: 'Management',
  });
}
