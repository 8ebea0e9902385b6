import type { JsonObject } from '../../src/lib/core/event/aws-event';

/** What a rule of the default mapping must catch, and what comes near and is not for it. */
export interface Sample {
  readonly rule: string;
  readonly catches: readonly JsonObject[];
  /** Each with the rule that it is for instead; null where no rule is. */
  readonly misses: readonly (readonly [JsonObject, string | null])[];
}

/** An event as EventBridge delivers it. */
export function event(source: string, detailType: string, detail: JsonObject): JsonObject {
  return {
    version: '0',
    id: '5b1c7f0e-2d43-4b7a-9a52-0c6f3f2d9e10',
    'detail-type': detailType,
    source,
    account: '210987654321',
    time: '2025-05-06T07:08:00Z',
    region: 'eu-north-1',
    resources: [],
    detail,
  };
}

/** A record of CloudTrail: a call of an API. */
export function call(service: string, eventName: string, more: JsonObject = {}): JsonObject {
  return {
    eventVersion: '1.11',
    userIdentity: { type: 'IAMUser', userName: 'mira', accountId: '210987654321' },
    eventTime: '2025-05-06T07:07:30Z',
    eventSource: `${service}.amazonaws.com`,
    eventName,
    awsRegion: 'eu-north-1',
    requestParameters: null,
    responseElements: null,
    readOnly: false,
    eventID: '0b6a7c1d-54f2-4c3e-8a7d-6f1e2d3c4b5a',
    eventType: 'AwsApiCall',
    recipientAccountId: '210987654321',
    ...more,
  };
}

/** A call that was refused. */
export const denied: JsonObject = { errorCode: 'AccessDenied', errorMessage: 'No.' };
