import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../aws-event';
import { bridgeEvent } from '../fixtures/bodies';
import { outcomeOf } from './outcome';

type Row = [detailType: string, detail: JsonObject, outcome: string, field: string | null];

const told: Row[] = [
  [
    'ECS Task State Change',
    { stopCode: 'ServiceSchedulerInitiated', containers: [{ exitCode: 143 }] },
    'neutral',
    null,
  ],
  [
    'ECS Task State Change',
    {
      stopCode: 'ServiceSchedulerInitiated',
      stoppedReason: 'Task failed container health checks',
    },
    'error',
    'detail.stoppedReason',
  ],
  ['ECS Task State Change', { stopCode: 'SpotInterruption' }, 'warning', 'detail.stopCode'],
  [
    'Inspector2 Scan',
    { 'scan-status': 'INITIAL_SCAN_COMPLETE', 'finding-severity-counts': { CRITICAL: 1 } },
    'error',
    'detail.finding-severity-counts.CRITICAL',
  ],
  [
    'GuardDuty Finding',
    { severity: 8, service: { archived: true } },
    'neutral',
    'detail.service.archived',
  ],
  ['Access Analyzer Finding', { status: 'ACTIVE' }, 'warning', 'detail.status'],
  ['Access Analyzer Finding', { status: 'RESOLVED' }, 'success', 'detail.status'],
  [
    'Access Analyzer Finding',
    { status: 'ACTIVE', error: 'ACCESS_DENIED' },
    'error',
    'detail.error',
  ],
  [
    'Findings Imported V2',
    { findings: [{ severity: 'High' }] },
    'error',
    'detail.findings.0.severity',
  ],
  ['AWS Health Abuse Event', { eventTypeCategory: 'issue' }, 'error', 'detail.eventTypeCategory'],
  ['MediaLive Channel Alert', { alarm_state: 'SET' }, 'error', 'detail.alarm_state'],
  ['MediaLive Channel Alert', { alarm_state: 'CLEARED' }, 'success', 'detail.alarm_state'],
  ['Email Bounced', { bounce: { bounceType: 'Permanent' } }, 'error', 'detail.bounce.bounceType'],
  [
    'Email Received',
    { receipt: { spamVerdict: { status: 'PASS' }, virusVerdict: { status: 'FAIL' } } },
    'warning',
    'detail.receipt.virusVerdict.status',
  ],
  ['Email Delivered', {}, 'success', 'detail-type'],
  ['Email Delivery Delayed', {}, 'warning', 'detail-type'],
  [
    'FIS Experiment State Change',
    { 'new-state': { status: 'stopped' } },
    'warning',
    'detail.new-state.status',
  ],
  ['ACM Certificate Approaching Expiration', {}, 'warning', 'detail-type'],
  ['ACM Certificate Expired', {}, 'error', 'detail-type'],
  ['Object Restore Expired', {}, 'neutral', 'detail-type'],
  ['KMS CMK Deletion', {}, 'warning', 'detail-type'],
  ['Macie Alert', {}, 'warning', 'detail-type'],
  ['PaymentDeclined', {}, 'error', 'detail-type'],
  ['Scale Down Started', {}, 'neutral', null],
  ['VPN Tunnel', { status: 'DOWN' }, 'error', 'detail.status'],
  [
    'GuardDuty Malware Protection Object Scan Result',
    { scanStatus: 'COMPLETED', scanResultDetails: { scanResultStatus: 'THREATS_FOUND' } },
    'error',
    'detail.scanResultDetails.scanResultStatus',
  ],
  [
    'GuardDuty Malware Protection Object Scan Result',
    { scanStatus: 'COMPLETED', scanResultDetails: { scanResultStatus: 'NO_THREATS_FOUND' } },
    'success',
    'detail.scanStatus',
  ],
  [
    'EBS Volume Notification',
    { event: 'createVolume', result: 'available' },
    'success',
    'detail.result',
  ],
  ['Datadog Alert', { alert_type: 'success' }, 'success', 'detail.alert_type'],
  ['Backup Job State Change', { state: 'EXPIRED' }, 'error', 'detail.state'],
  [
    'DMS Replication Task State Change',
    { eventType: 'REPLICATION_TASK_FAILED' },
    'error',
    'detail.eventType',
  ],
  [
    'Trusted Advisor Check Item Refresh Notification',
    { 'check-item-detail': { Status: 'Yellow' } },
    'warning',
    'detail.check-item-detail.Status',
  ],
  [
    'CloudFormation Drift Detection Status Change',
    { 'status-details': { 'stack-drift-status': 'DRIFTED' } },
    'warning',
    'detail.status-details.stack-drift-status',
  ],
  ['SystemLog', { outcome: { result: 'FAILURE' } }, 'error', 'detail.outcome.result'],
  ['Nightly Report', { success: false }, 'error', 'detail.success'],
  ['Nightly Report', { succeeded: true }, 'success', 'detail.succeeded'],
  ['Nightly Report', { failure: false, errors: [] }, 'neutral', null],
  ['Nightly Report', { errors: ['a'] }, 'error', 'detail.errors'],
  ['Nightly Report', { data: { status: 'TIMED_OUT' } }, 'error', 'detail.data.status'],
  ['Report Finished', { data: { status: 'TIMED_OUT' } }, 'error', 'detail.data.status'],
  ['Nightly Report', { status: 'OK', data: { status: 'FAILED' } }, 'success', 'detail.status'],
  [
    'AWS Service Event via CloudTrail',
    { serviceEventDetails: { UserAuthentication: 'Success' } },
    'success',
    'detail.serviceEventDetails.UserAuthentication',
  ],
  [
    'AWS Console Sign In via CloudTrail',
    { responseElements: { ExternalIdPDirectoryLogin: 'Failure' } },
    'error',
    'detail.responseElements.ExternalIdPDirectoryLogin',
  ],
];

describe('the outcome of a family', () => {
  it.each(told)('%s %j is %s by %s', (detailType, detail, outcome, field) => {
    const envelope = bridgeEvent({ 'detail-type': detailType, detail });
    expect(outcomeOf(envelope)).toEqual({ outcome, field });
  });
});
