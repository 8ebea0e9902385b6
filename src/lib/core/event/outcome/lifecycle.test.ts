import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../aws-event';
import { bridgeEvent } from '../fixtures/bodies';
import { outcomeOf } from './outcome';

const told: [detailType: string, detail: JsonObject, expected: string][] = [
  ['Recovery Point State Change', { status: 'EXPIRED' }, 'neutral by detail.status'],
  ['Recovery Point State Change', { status: 'PARTIAL' }, 'warning by detail.status'],
  ['Recovery Point State Change', { status: 'COMPLETED' }, 'success by detail.status'],
  ['Copy Job State Change', { state: 'FAILED' }, 'error by detail.state'],
  ['Restore Job State Change', { status: 'ABORTED' }, 'warning by detail.status'],
  [
    'Scan Job State Change',
    { state: 'COMPLETED', scanResult: { scanResultStatus: 'THREATS_FOUND' } },
    'error by detail.scanResult.scanResultStatus',
  ],
  ['WorkSpaces Access', { actionType: 'successfulLogin' }, 'success by detail.actionType'],
  [
    'Parameter Store Policy Action',
    { 'policy-type': 'ExpirationNotification', 'action-status': 'Success' },
    'warning by detail.policy-type',
  ],
  [
    'Parameter Store Policy Action',
    { 'policy-type': 'Expiration', 'action-status': 'Success' },
    'neutral by detail.policy-type',
  ],
  [
    'Parameter Store Policy Action',
    { 'policy-type': 'Expiration', 'action-status': 'Failed' },
    'error by detail.action-status',
  ],
  [
    'EC2 Command Invocation Status-change Notification',
    { status: 'Undeliverable' },
    'error by detail.status',
  ],
  [
    'API Gateway WebSocket Message',
    { requestContext: { eventType: 'CONNECT', status: '200' } },
    'neutral by detail.requestContext.status',
  ],
  [
    'Email Received',
    { receipt: { spfVerdict: { status: 'FAIL' }, virusVerdict: { status: 'PROCESSING_FAILED' } } },
    'neutral by null',
  ],
  [
    'Email Received',
    { receipt: { spamVerdict: { status: 'FAIL' }, virusVerdict: { status: 'DISABLED' } } },
    'warning by detail.receipt.spamVerdict.status',
  ],
  [
    'AWS Service Event via CloudTrail',
    { eventVersion: '1.11', serviceEventDetails: { CredentialChallenge: 'Success' } },
    'neutral by null',
  ],
  [
    'AWS Service Event via CloudTrail',
    { eventVersion: '1.11', serviceEventDetails: { CredentialChallenge: 'Failure' } },
    'error by detail.serviceEventDetails.CredentialChallenge',
  ],
  [
    'AWS Service Event via CloudTrail',
    { eventVersion: '1.11', serviceEventDetails: { rotationStatus: 'FAILED', oldStatus: 'OK' } },
    'error by detail.serviceEventDetails.rotationStatus',
  ],
  [
    'AWS Service Event via CloudTrail',
    { eventVersion: '1.11', eventName: 'InvalidCopyPlan' },
    'error by detail.eventName',
  ],
  ['incident.resolve', {}, 'success by detail-type'],
];

describe('what comes and goes', () => {
  it.each(told)('%s %j is %s', (detailType, detail, expected) => {
    const { outcome, field } = outcomeOf(bridgeEvent({ 'detail-type': detailType, detail }));
    expect(`${outcome} by ${String(field)}`).toBe(expected);
  });
});
