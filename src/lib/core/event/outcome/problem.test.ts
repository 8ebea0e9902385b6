import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../aws-event';
import { bridgeEvent, trailRecord } from '../fixtures/bodies';
import { cloudTrailRecord } from '../shape/cloudtrail-record';
import { outcomeOf } from './outcome';

type Row = [detailType: string, detail: JsonObject, outcome: string, field: string | null];

const told: Row[] = [
  ['CodeBuild Build State Change', { 'build-status': 'STOPPED' }, 'warning', 'detail.build-status'],
  [
    'Translate TextTranslationJob State Change',
    { jobStatus: 'STOPPED' },
    'warning',
    'detail.jobStatus',
  ],
  ['DataBrew Job State Change', { state: 'STOPPED', severity: 'INFO' }, 'neutral', null],
  ['CodePipeline Pipeline Execution State Change', { state: 'STOPPING' }, 'neutral', null],
  ['EC2 Instance State-change Notification', { state: 'stopped' }, 'neutral', null],
  [
    'Application Insights Problem Detected',
    { severity: 'High', status: 'PENDING' },
    'error',
    'detail.severity',
  ],
  ['Application Insights Problem Detected', { severity: 'Low' }, 'warning', 'detail-type'],
  [
    'Application Insights Problem Update',
    { severity: 'High', status: 'RESOLVED' },
    'success',
    'detail.status',
  ],
  ['AWS X-Ray Insight Update', { State: 'ACTIVE' }, 'warning', 'detail-type'],
  ['AWS X-Ray Insight Update', { State: 'CLOSED' }, 'success', 'detail.State'],
  ['Disk Report', { severity: 'critical', status: 'resolved' }, 'success', 'detail.status'],
  ['Disk Report', { severity: 'critical', status: 'open' }, 'error', 'detail.severity'],
  ['Disk Report', { level: 'ERROR', status: 200 }, 'error', 'detail.level'],
  ['Health status change', { Severity: 'WARN' }, 'warning', 'detail.Severity'],
  [
    'Amazon OpenSearch Service Notification',
    { status: 'Warning', severity: 'High' },
    'warning',
    'detail.status',
  ],
  [
    'Amazon OpenSearch Service Software Update Notification',
    { status: 'Available' },
    'neutral',
    'detail.status',
  ],
  [
    'Amazon OpenSearch Service Software Update Notification',
    { status: 'Completed' },
    'success',
    'detail.status',
  ],
  [
    'Configuration Compliance State Change',
    { 'compliance-status': 'compliant', severity: 'critical' },
    'success',
    'detail.compliance-status',
  ],
  [
    'Config Configuration Snapshot Delivery Status',
    { messageType: 'ConfigurationSnapshotDeliveryFailed' },
    'error',
    'detail.messageType',
  ],
  [
    'CloudWatch Alarm Configuration Change',
    { state: { value: 'ALARM' } },
    'neutral',
    'detail-type',
  ],
  ['GameLift Matchmaking Event', { type: 'MatchmakingTimedOut' }, 'error', 'detail.type'],
  ['GameLift Queue Placement Event', { type: 'PlacementFulfilled' }, 'success', 'detail.type'],
  ['IVS Stream Health Change', { event_name: 'Starvation Start' }, 'warning', 'detail.event_name'],
  ['IVS Stream Health Change', { event_name: 'Starvation End' }, 'neutral', null],
  [
    'IVS Recording State Change',
    { eventName: 'Recording Start Failure' },
    'error',
    'detail.eventName',
  ],
  [
    'Network Manager Status Update',
    { 'change-type': 'VPN-CONNECTION-IPSEC-DOWN' },
    'error',
    'detail.change-type',
  ],
  [
    'Network Manager Status Update',
    { changeType: 'VPN_CONNECTION_BGP_UP' },
    'success',
    'detail.changeType',
  ],
  [
    'IoT Events Alarm',
    { alarmState: { stateName: 'ACTIVE' } },
    'error',
    'detail.alarmState.stateName',
  ],
  [
    'AWS Service Event via CloudTrail',
    { eventName: 'RotationFailed' },
    'error',
    'detail.eventName',
  ],
  [
    'AWS Service Event via CloudTrail',
    { eventName: 'BidEvictedEvent' },
    'warning',
    'detail.eventName',
  ],
  ['AWS Service Event via CloudTrail', { eventName: 'RotateKey' }, 'neutral', null],
  [
    'ECS Task State Change',
    { stoppedReason: 'CannotPullContainerError: no image' },
    'error',
    'detail.stoppedReason',
  ],
  [
    'ECS Task State Change',
    { stoppedReason: 'Scaling activity initiated by deployment' },
    'neutral',
    null,
  ],
  [
    'ECS Container Instance State Change',
    { agentConnected: false, status: 'ACTIVE' },
    'warning',
    'detail.agentConnected',
  ],
  ['MediaPackage Input Notification', { event: 'MaxIngestStreamsError' }, 'error', 'detail.event'],
  [
    'dev.cdevents.pipelinerun.finished.0.2.0',
    { subject: { content: { outcome: 'failure' } } },
    'error',
    'detail.subject.content.outcome',
  ],
  [
    'dev.knative.apiserver.resource.add',
    { type: 'Warning', involvedObject: {} },
    'warning',
    'detail.type',
  ],
  ['dev.knative.apiserver.resource.add', { type: 'Warning' }, 'neutral', null],
  [
    'SNS Notification',
    { subject: 'FAILED: nightly copy', message: 'See the log.' },
    'error',
    'detail.subject',
  ],
  ['SNS Notification', { subject: 'Nightly copy', message: 'FAILED' }, 'neutral', null],
  [
    'SNS Notification',
    { subject: 'Copy done', message: { status: 'FAILED' } },
    'error',
    'detail.message.status',
  ],
  ['IoT Events Alarm', { state: 'NORMAL' }, 'success', 'detail.state'],
  ['DRS Source Server Data Replication Stalled Change', { state: 'NOT_STALLED' }, 'neutral', null],
  [
    'DRS Source Server Data Replication Stalled Change',
    { state: 'STALLED' },
    'warning',
    'detail.state',
  ],
  [
    'AWS Proton Deployment Status Change',
    { status: { current: 'FAILED', previous: 'x' } },
    'error',
    'detail.status.current',
  ],
  ['RDS DB Instance Event', { status: 'failed' }, 'error', 'detail.status'],
  ['DMS Replication Task State Change', { category: 'Failure' }, 'error', 'detail.category'],
  ['Unused Access Finding for IAM entities', { status: 'ACTIVE' }, 'warning', 'detail.status'],
];

describe('the outcome of a problem, and of work that ends early', () => {
  it.each(told)('%s %j is %s by %s', (detailType, detail, outcome, field) => {
    expect(outcomeOf(bridgeEvent({ 'detail-type': detailType, detail }))).toEqual({
      outcome,
      field,
    });
  });
});

describe('the outcome of a call that the service answered with a status', () => {
  it.each([
    [{ status: 'SUCCESS' }, 'success', 'detail.responseElements.status'],
    [{ status: 'failed' }, 'error', 'detail.responseElements.status'],
    [{ state: 'DELETE_FAILED' }, 'error', 'detail.responseElements.state'],
    [{ runStatus: { state: 'CANCELLED' } }, 'warning', 'detail.responseElements.runStatus.state'],
    [{ message: 'FAILED' }, 'neutral', null],
    [{ status: 'CREATING' }, 'neutral', null],
  ] as [JsonObject, string, string | null][])('%j is %s', (responseElements, outcome, field) => {
    const found = cloudTrailRecord(trailRecord({ responseElements }));
    if (found === null || !('envelope' in found)) throw new Error('no record');
    expect(outcomeOf(found.envelope)).toEqual({ outcome, field });
  });
});
