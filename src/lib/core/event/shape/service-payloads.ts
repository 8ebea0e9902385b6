import type { JsonObject } from '../aws-event';
import { textField } from '../json-field';
import type { Marked } from './marked';

/** What services send by SNS, to a function or to a queue in a form of their own: one row each. */
export const SERVICE_PAYLOADS: readonly Marked[] = [
  {
    marks: ['Service', 'Event', 'Bucket'],
    source: 'aws.s3',
    detailType: 'S3 Test Event',
    id: ['RequestId'],
    time: ['Time'],
  },
  {
    marks: ['triggerSource', 'userPoolId'],
    source: 'aws.cognito-idp',
    detailType: (value) => `Cognito ${wordsOf(value, 'triggerSource', 1)}`,
    region: ['region'],
  },
  {
    marks: ['identityPoolId', 'datasetName', 'eventType'],
    source: 'aws.cognito-sync',
    detailType: 'Cognito Sync Trigger',
    region: ['region'],
  },
  {
    marks: ['clientId', 'eventType', 'principalIdentifier'],
    source: 'aws.iot',
    detailType: (value) => `IoT Client ${wordsOf(value, 'eventType', 2)}`,
    time: ['timestamp'],
  },
  {
    marks: ['eventType', 'eventId', 'operation', 'accountId'],
    source: 'aws.iot',
    detailType: (value) =>
      `IoT ${wordsOf(value, 'eventType', 2)} ${wordsOf(value, 'operation', 2)}`,
    id: ['eventId'],
    time: ['timestamp'],
    account: ['accountId'],
  },
  {
    marks: ['violationEventTime', 'violationEventType'],
    source: 'aws.iot',
    detailType: 'IoT Device Defender Violation',
    id: ['violationId'],
    time: ['violationEventTime'],
  },
  {
    marks: ['serialNumber', 'clickType'],
    source: 'aws.iot',
    detailType: 'IoT Button Click',
  },
  {
    marks: ['deviceEvent', 'deviceInfo'],
    source: 'aws.iot',
    detailType: 'IoT Button Click',
    time: ['deviceEvent', 'buttonClicked', 'reportedTime'],
  },
  {
    marks: ['RequestType', 'StackId', 'LogicalResourceId'],
    source: 'aws.cloudformation',
    detailType: 'CloudFormation Custom Resource Request',
    id: ['RequestId'],
    arn: ['StackId'],
  },
  {
    marks: [['CodePipeline.job', 'id']],
    source: 'aws.codepipeline',
    detailType: 'CodePipeline Lambda Job',
    id: ['CodePipeline.job', 'id'],
    account: ['CodePipeline.job', 'accountId'],
  },
  {
    marks: [['approval', 'pipelineName']],
    source: 'aws.codepipeline',
    detailType: 'CodePipeline Approval Needed',
    region: ['region'],
  },
  {
    marks: ['DeploymentId', 'LifecycleEventHookExecutionId'],
    source: 'aws.codedeploy',
    detailType: 'CodeDeploy Lifecycle Event Hook',
    id: ['LifecycleEventHookExecutionId'],
  },
  {
    marks: ['SecretId', 'ClientRequestToken', 'Step'],
    source: 'aws.secretsmanager',
    detailType: 'Secrets Manager Rotation Step',
    arn: ['SecretId'],
  },
  {
    marks: ['VaultARN', 'Action', 'StatusCode'],
    source: 'aws.glacier',
    detailType: 'Glacier Job Notification',
    id: ['JobId'],
    time: ['CompletionDate'],
    arn: ['VaultARN'],
  },
  {
    marks: ['commandId', 'documentName', 'status'],
    source: 'aws.ssm',
    detailType: 'EC2 Command Status-change Notification',
    time: ['eventTime'],
  },
  {
    marks: ['alarmModelName', ['alarmState', 'stateName']],
    source: 'aws.iotevents',
    detailType: 'IoT Events Alarm',
  },
  {
    marks: ['anomalyId', 'anomalyScore', 'impact'],
    source: 'aws.ce',
    detailType: 'Anomaly Detected',
    time: ['anomalyEndDate'],
    arn: ['monitorArn'],
    account: ['accountId'],
  },
  {
    marks: ['summaryVersion', 'envelope', 'messageId'],
    source: 'aws.workmail',
    detailType: 'WorkMail Message',
    id: ['messageId'],
  },
  {
    marks: ['Name', ['Details', 'ContactData']],
    source: 'aws.connect',
    detailType: 'Connect Contact Flow Event',
    arn: ['Details', 'ContactData', 'InstanceARN'],
  },
  {
    marks: ['xAmzRequestId', 'protocolVersion', 'userIdentity'],
    source: 'aws.s3-object-lambda',
    detailType: 'S3 Object Lambda Request',
    id: ['xAmzRequestId'],
    arn: ['configuration', 'supportingAccessPointArn'],
  },
  {
    marks: ['invocationSchemaVersion', 'tasks', 'job'],
    source: 'aws.s3',
    detailType: 'S3 Batch Operations Task',
    id: ['tasks', 0, 'taskId'],
    arn: ['tasks', 0, 's3BucketArn'],
  },
  {
    marks: ['methodArn', 'type'],
    source: 'aws.apigateway',
    detailType: 'API Gateway Authorizer Request',
    arn: ['methodArn'],
  },
  {
    marks: ['bot', 'sessionState', 'invocationSource'],
    source: 'aws.lex',
    detailType: 'Lex Code Hook',
  },
  {
    marks: ['bot', 'currentIntent'],
    source: 'aws.lex',
    detailType: 'Lex Code Hook',
  },
  {
    marks: ['info', 'arguments', 'identity'],
    source: 'aws.appsync',
    detailType: 'AppSync Resolver Request',
  },
  {
    marks: ['typeName', 'fieldName', 'arguments'],
    source: 'aws.appsync',
    detailType: 'AppSync Resolver Request',
  },
  {
    marks: ['authorizationToken', ['requestContext', 'apiId']],
    source: 'aws.appsync',
    detailType: 'AppSync Authorizer Request',
    id: ['requestContext', 'requestId'],
    account: ['requestContext', 'accountId'],
  },
  {
    marks: ['signatureVerified', 'protocols'],
    source: 'aws.iot',
    detailType: 'IoT Authorizer Request',
  },
  {
    marks: ['claimCertificateId', 'templateArn'],
    source: 'aws.iot',
    detailType: 'IoT Provisioning Request',
    arn: ['templateArn'],
  },
  {
    marks: ['labelingJobArn'],
    source: 'aws.sagemaker',
    detailType: 'SageMaker Labeling Task',
    arn: ['labelingJobArn'],
  },
  {
    marks: ['connection-id', 'endpoint-id'],
    source: 'aws.client-vpn',
    detailType: 'Client VPN Connection Request',
  },
  {
    marks: ['messageVersion', 'agent', 'sessionId'],
    source: 'aws.bedrock',
    detailType: 'Bedrock Agent Action',
  },
];

/** At most `most` parts of a name as words: `PreSignUp_SignUp` as `Pre Sign Up`, `THING_EVENT` as `Thing Event`. */
function wordsOf(value: JsonObject, name: string, most: number): string {
  return (textField(value, name) ?? '')
    .slice(0, 80)
    .split('_', most)
    .flatMap((part) => part.replace(/([a-z])([A-Z])/g, '$1 $2').split(/\s+/))
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase())
    .join(' ');
}
