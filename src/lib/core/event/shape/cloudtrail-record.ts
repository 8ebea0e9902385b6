import type { JsonObject } from '../aws-event';
import { fieldOf, textField, valueAt } from '../json-field';
import type { Shape } from './shape';

const MARKS = ['eventVersion', 'eventID', 'userIdentity', 'eventTime'];

/** A raw CloudTrail record, put into the envelope in which EventBridge would deliver it. */
export const cloudTrailRecord: Shape = (value) => {
  const eventSource = textField(value, 'eventSource');
  if (eventSource === null || textField(value, 'eventName') === null) return null;
  if (eventSource.startsWith('aws:')) return null;
  if (!eventSource.endsWith('.amazonaws.com') && !MARKS.some((mark) => Object.hasOwn(value, mark)))
    return null;
  return { envelope: envelopeOf(value, eventSource) };
};

function envelopeOf(record: JsonObject, eventSource: string): JsonObject {
  return {
    version: '0',
    id: fieldOf(record, 'eventID') ?? null,
    'detail-type': detailTypeOf(record),
    source: `aws.${eventSource.split('.', 1)[0] ?? ''}`,
    account: accountOf(record),
    time: fieldOf(record, 'eventTime') ?? null,
    region: textField(record, 'awsRegion') ?? '',
    resources: [],
    detail: record,
  };
}

/** The names that EventBridge gives to what CloudTrail records (CloudTrail events, EventBridge user guide). */
function detailTypeOf(record: JsonObject): string {
  const type = textField(record, 'eventType') ?? '';
  if (textField(record, 'eventName') === 'ConsoleLogin' || /^AwsConsoleSign-?In$/i.test(type))
    return 'AWS Console Sign In via CloudTrail';
  if (type === 'AwsServiceEvent') return 'AWS Service Event via CloudTrail';
  if (type === 'AwsConsoleAction') return 'AWS Console Action via CloudTrail';
  if (type === 'AwsCloudTrailInsight') return 'AWS Insight via CloudTrail';
  return 'AWS API Call via CloudTrail';
}

function accountOf(record: JsonObject): string {
  const payer = valueAt(record, ['userIdentity', 'accountId']);
  return textField(record, 'recipientAccountId') ?? (typeof payer === 'string' ? payer : '');
}
