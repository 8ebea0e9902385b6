import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../aws-event';
import { bridgeEvent, trailRecord } from '../fixtures/bodies';
import { cloudTrailRecord } from '../shape/cloudtrail-record';
import { outcomeOf } from './outcome';

type Row = [detailType: string, detail: JsonObject, outcome: string, field: string | null];

const told: Row[] = [
  ['CloudWatch Alarm State Change', { state: { value: 'ALARM' } }, 'error', 'detail.state.value'],
  [
    'CloudWatch Alarm State Change',
    { state: { value: 'OK' }, previousState: { value: 'ALARM' } },
    'success',
    'detail.state.value',
  ],
  [
    'CloudWatch Alarm State Change',
    { state: { value: 'INSUFFICIENT_DATA' } },
    'warning',
    'detail.state.value',
  ],
  ['CodePipeline Pipeline Execution State Change', { state: 'FAILED' }, 'error', 'detail.state'],
  ['CodePipeline Pipeline Execution State Change', { state: 'STARTED' }, 'neutral', null],
  [
    'CodeBuild Build State Change',
    { 'build-status': 'SUCCEEDED' },
    'success',
    'detail.build-status',
  ],
  [
    'CodeDeploy Deployment State-change Notification',
    { state: 'SUCCESS' },
    'success',
    'detail.state',
  ],
  [
    'CloudFormation Stack Status Change',
    { 'status-details': { status: 'UPDATE_ROLLBACK_COMPLETE' } },
    'error',
    'detail.status-details.status',
  ],
  [
    'CloudFormation Stack Status Change',
    { 'status-details': { status: 'CREATE_COMPLETE' } },
    'success',
    'detail.status-details.status',
  ],
  [
    'CloudFormation Stack Status Change',
    { 'status-details': { status: 'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS' } },
    'neutral',
    null,
  ],
  [
    'Step Functions Execution Status Change',
    { status: 'TIMED_OUT', error: null },
    'error',
    'detail.status',
  ],
  ['Glue Job State Change', { state: 'TIMEOUT' }, 'error', 'detail.state'],
  ['Batch Job State Change', { status: 'SUCCEEDED' }, 'success', 'detail.status'],
  [
    'SageMaker Training Job State Change',
    { TrainingJobStatus: 'Failed' },
    'error',
    'detail.TrainingJobStatus',
  ],
  ['EMR Cluster State Change', { state: 'TERMINATED_WITH_ERRORS' }, 'error', 'detail.state'],
  ['EC2 Command Status-change Notification', { status: 'TimedOut' }, 'error', 'detail.status'],
  ['EC2 Instance State-change Notification', { state: 'terminated' }, 'neutral', null],
  ['EC2 Instance Launch Unsuccessful', { StatusCode: 'InProgress' }, 'error', 'detail-type'],
  ['EC2 Spot Instance Interruption Warning', {}, 'warning', 'detail-type'],
  ['EC2 Instance Rebalance Recommendation', {}, 'warning', 'detail-type'],
  ['Lambda Function Invocation Result - Failure', {}, 'error', 'detail-type'],
  ['Lambda Function Invocation Result - Success', {}, 'success', 'detail-type'],
  [
    'ECS Task State Change',
    { lastStatus: 'STOPPED', containers: [{ exitCode: 0 }, { exitCode: 137 }] },
    'error',
    'detail.containers.1.exitCode',
  ],
  [
    'ECS Task State Change',
    { lastStatus: 'STOPPED', stopCode: 'TaskFailedToStart' },
    'error',
    'detail.stopCode',
  ],
  [
    'ECS Service Action',
    { eventType: 'WARN', eventName: 'SERVICE_TASK_START_IMPAIRED' },
    'warning',
    'detail.eventType',
  ],
  [
    'ECS Deployment State Change',
    { eventType: 'INFO', eventName: 'SERVICE_DEPLOYMENT_COMPLETED' },
    'success',
    'detail.eventName',
  ],
  [
    'ECR Image Scan',
    { 'scan-status': 'COMPLETE', 'finding-severity-counts': { HIGH: 2 } },
    'warning',
    'detail.finding-severity-counts.HIGH',
  ],
  [
    'ECR Image Scan',
    { 'scan-status': 'COMPLETE', 'finding-severity-counts': {} },
    'success',
    'detail.scan-status',
  ],
  ['GuardDuty Finding', { severity: 8 }, 'error', 'detail.severity'],
  ['GuardDuty Finding', { severity: 5.3 }, 'warning', 'detail.severity'],
  ['GuardDuty Finding', { severity: 2 }, 'warning', 'detail.severity'],
  ['Inspector2 Finding', { severity: 'MEDIUM', status: 'ACTIVE' }, 'warning', 'detail.severity'],
  ['Inspector2 Finding', { severity: 'HIGH', status: 'CLOSED' }, 'success', 'detail.status'],
  [
    'Security Hub Findings - Imported',
    { findings: [{ Severity: { Label: 'LOW' } }, { Severity: { Normalized: 90 } }] },
    'error',
    'detail.findings.1.Severity',
  ],
  [
    'Security Hub Findings - Imported',
    { findings: [{ Severity: { Label: 'HIGH' }, Workflow: { Status: 'RESOLVED' } }] },
    'success',
    'detail.findings.0.Workflow.Status',
  ],
  ['AWS Health Event', { eventTypeCategory: 'issue' }, 'error', 'detail.eventTypeCategory'],
  [
    'AWS Health Event',
    { eventTypeCategory: 'issue', statusCode: 'closed' },
    'success',
    'detail.statusCode',
  ],
  [
    'AWS Health Event',
    { eventTypeCategory: 'scheduledChange' },
    'warning',
    'detail.eventTypeCategory',
  ],
  [
    'RDS DB Instance Event',
    { EventCategories: ['availability', 'failure'] },
    'error',
    'detail.EventCategories',
  ],
  ['RDS DB Instance Event', { EventCategories: ['backup'] }, 'neutral', null],
  [
    'Config Rules Compliance Change',
    {
      newEvaluationResult: { complianceType: 'NON_COMPLIANT' },
      oldEvaluationResult: { complianceType: 'COMPLIANT' },
    },
    'warning',
    'detail.newEvaluationResult.complianceType',
  ],
  [
    'EBS Volume Notification',
    { event: 'createVolume', result: 'failed' },
    'error',
    'detail.result',
  ],
  ['access log', { httpMethod: 'GET', status: '503' }, 'error', 'detail.status'],
  ['access log', { httpMethod: 'GET', statusCode: 404 }, 'warning', 'detail.statusCode'],
  ['access log', { httpMethod: 'GET', status: 200 }, 'success', 'detail.status'],
  ['job ended', { exitCode: 1 }, 'error', 'detail.exitCode'],
  ['job ended', { exit_code: 0 }, 'success', 'detail.exit_code'],
  ['log line', { level: 'error', message: 'no route' }, 'error', 'detail.level'],
  ['log line', { level: 'info', message: 'FAILED before, fine now' }, 'neutral', null],
  [
    'Webhook',
    { workflow_run: { status: 'completed', conclusion: 'failure' } },
    'error',
    'detail.workflow_run.conclusion',
  ],
  ['Move', { previousState: 'FAILED', desiredStatus: 'STOPPED' }, 'neutral', null],
  ['Order Placed', { total: 500, items: 3 }, 'neutral', null],
];

describe('the outcome of an event', () => {
  it.each(told)('%s %j is %s by %s', (detailType, detail, outcome, field) => {
    const envelope = bridgeEvent({ 'detail-type': detailType, detail });
    expect(outcomeOf(envelope)).toEqual({ outcome, field });
  });

  it.each([
    ['AccessDenied', 'error'],
    ['Client.UnauthorizedOperation', 'error'],
    ['ResourceNotFoundException', 'error'],
    ['ThrottlingException', 'warning'],
    ['RequestLimitExceeded', 'warning'],
    ['TooManyRequestsException', 'warning'],
    ['Client.VpcLimitExceeded', 'warning'],
    ['SlowDown', 'warning'],
    ['ProvisionedThroughputExceededException', 'warning'],
  ])('the error code %s is %s', (errorCode, outcome) => {
    expect(callWith({ errorCode })).toEqual({ outcome, field: 'detail.errorCode' });
  });

  it.each([{ errorCode: 'Client.DryRunOperation' }, {}])('%j is no news', (fields) => {
    expect(callWith(fields)).toEqual({ outcome: 'neutral', field: null });
  });

  it.each([
    ['Success', 'success'],
    ['Failure', 'error'],
  ])('a console sign-in with %s is %s', (result, outcome) => {
    const fields = { eventName: 'ConsoleLogin', responseElements: { ConsoleLogin: result } };
    const field = 'detail.responseElements.ConsoleLogin';
    expect(callWith(fields)).toEqual({ outcome, field });
  });
});

function callWith(fields: JsonObject) {
  const found = cloudTrailRecord(trailRecord(fields));
  if (found === null || !('envelope' in found)) throw new Error('no record');
  return outcomeOf(found.envelope);
}
