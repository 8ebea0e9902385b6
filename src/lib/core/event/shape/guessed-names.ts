import type { JsonObject } from '../aws-event';
import { fieldOf, textField, valueAt } from '../json-field';
import { SERVICE_FAMILIES } from '../service-families';
import { serviceOf } from '../service-of';

/** The detail-type that a service's event has, by fields that its detail alone among the service's events has. */
type Row = readonly [source: string, detailType: string, ...fields: string[]];

const ROWS: readonly Row[] = [
  ['aws.ec2', 'EC2 Spot Instance Interruption Warning', 'instance-id', 'instance-action'],
  ['aws.ec2', 'EC2 Instance State-change Notification', 'instance-id', 'state'],
  ['aws.ec2', 'EBS Volume Notification', 'event', 'result'],
  ['aws.guardduty', 'GuardDuty Finding', 'severity'],
  ['aws.securityhub', 'Security Hub Findings - Imported', 'findings'],
  ['aws.inspector2', 'Inspector2 Finding', 'severity'],
  ['aws.macie', 'Macie Finding', 'severity'],
  ['aws.access-analyzer', 'Access Analyzer Finding', 'status'],
  ['aws.health', 'AWS Health Event', 'eventTypeCategory'],
  ['aws.cloudwatch', 'CloudWatch Alarm State Change', 'state'],
  ['aws.states', 'Step Functions Execution Status Change', 'status'],
  ['aws.codepipeline', 'CodePipeline Action Execution State Change', 'action', 'state'],
  ['aws.codepipeline', 'CodePipeline Stage Execution State Change', 'stage', 'state'],
  ['aws.codepipeline', 'CodePipeline Pipeline Execution State Change', 'state'],
  ['aws.codebuild', 'CodeBuild Build State Change', 'build-status'],
  ['aws.codebuild', 'CodeBuild Build Phase Change', 'completed-phase'],
  ['aws.codedeploy', 'CodeDeploy Instance State-change Notification', 'instanceId', 'state'],
  ['aws.codedeploy', 'CodeDeploy Deployment State-change Notification', 'state'],
  ['aws.codecommit', 'CodeCommit Pull Request State Change', 'pullRequestId'],
  ['aws.codecommit', 'CodeCommit Repository State Change', 'repositoryName'],
  ['aws.cloudformation', 'CloudFormation Resource Status Change', 'logical-resource-id'],
  ['aws.cloudformation', 'CloudFormation Stack Status Change', 'status-details'],
  ['aws.amplify', 'Amplify Deployment Status Change', 'jobStatus'],
  ['aws.ecr', 'ECR Image Scan', 'scan-status'],
  ['aws.ecr', 'ECR Image Action', 'action-type'],
  ['aws.ecs', 'ECS Task State Change', 'lastStatus'],
  ['aws.ecs', 'ECS Deployment State Change', 'eventName', 'deploymentId'],
  ['aws.ecs', 'ECS Service Action', 'eventName'],
  ['aws.rds', 'RDS DB Instance Event', 'SourceIdentifier'],
  ['aws.rds', 'RDS DB Instance Event', 'db-instance-id'],
  ['aws.batch', 'Batch Job State Change', 'jobName', 'status'],
  ['aws.glue', 'Glue Crawler State Change', 'crawlerName'],
  ['aws.glue', 'Glue Job State Change', 'jobName', 'state'],
  ['aws.emr', 'EMR Step Status Change', 'stepId', 'state'],
  ['aws.emr', 'EMR Cluster State Change', 'clusterId', 'state'],
  ['aws.sagemaker', 'SageMaker Training Job State Change', 'TrainingJobStatus'],
  ['aws.backup', 'Restore Job State Change', 'restoreJobId'],
  ['aws.backup', 'Copy Job State Change', 'copyJobId'],
  ['aws.backup', 'Backup Job State Change', 'backupJobId'],
  ['aws.config', 'Config Rules Compliance Change', 'newEvaluationResult'],
  ['aws.config', 'Config Configuration Item Change', 'configurationItem'],
  ['aws.autoscaling', 'EC2 Instance-terminate Lifecycle Action', 'LifecycleActionToken'],
];

const BY_SOURCE = new Map<string, Row[]>();
for (const row of ROWS) BY_SOURCE.set(row[0], [...(BY_SOURCE.get(row[0]) ?? []), row]);
const SOURCES = new Map(ROWS.map(([source, detailType]) => [detailType, source]));

const DELETED = /^(?:DeleteObjects?|Lifecycle Expiration)$/;
const MAX_NAME_WORDS = 3;
const NO_SOURCE = 'unknown';

/** The detail-type that the detail of a service's event tells of; null where it tells none. */
export function guessDetailType(source: string | null, detail: JsonObject): string | null {
  if (isCall(detail)) return 'AWS API Call via CloudTrail';
  if (source === 'aws.s3' && valueAt(detail, ['bucket', 'name']) !== undefined)
    return DELETED.test(textField(detail, 'reason') ?? '') ? 'Object Deleted' : 'Object Created';
  const rows = source === null ? [] : (BY_SOURCE.get(source) ?? []);
  const row = rows.find(([, , ...fields]) => fields.every((name) => Object.hasOwn(detail, name)));
  return row?.[1] ?? null;
}

/** The source of an event of which only the detail-type and the detail are known. */
export function guessSource(detailType: string, detail: JsonObject): string {
  if (isCall(detail)) return `aws.${textField(detail, 'eventSource')?.split('.', 1)[0] ?? ''}`;
  return SOURCES.get(detailType) ?? sourceNamed(detailType) ?? NO_SOURCE;
}

/** The service whose name a detail-type begins with: `Security Hub …`, `AWS Backup …`. */
function sourceNamed(detailType: string): string | null {
  const words = detailType.toLowerCase().split(/[\s-]+/, MAX_NAME_WORDS + 1);
  const named = words[0] === 'aws' || words[0] === 'amazon' ? words.slice(1) : words;
  for (let count = MAX_NAME_WORDS; count > 0; count--) {
    const name = named.slice(0, count).join('');
    const service = serviceOf(`aws.${name}`);
    if (SERVICE_FAMILIES.has(service)) return `aws.${service === 'states' ? service : name}`;
  }
  return null;
}

function isCall(detail: JsonObject): boolean {
  const service = textField(detail, 'eventSource') ?? '';
  return service.endsWith('.amazonaws.com') && fieldOf(detail, 'eventName') !== undefined;
}
