import { describe, expect, it } from 'vitest';
import type { Json } from '../aws-event';
import { only, trailRecord } from '../fixtures/bodies';
import { momentLine, readingLine } from '../fixtures/reading-line';

const arn = (rest: string) => `arn:aws:${rest}`;
const SECRET = arn('secretsmanager:eu-north-1:210987654321:secret:db-login-Ab12Cd');
const REPOSITORY = arn('codecommit:eu-north-1:210987654321:shop');
const HUB = arn('securityhub:eu-north-1::product/aws/securityhub');

/** Each row: what it is, the body, when and how known, and what is read out of it. */
const rows: [string, Json, string, string][] = [
  [
    'the test that S3 sends to a new destination',
    {
      Service: 'Amazon S3',
      Event: 's3:TestEvent',
      Time: '2025-05-06T07:08:00.000Z',
      Bucket: 'invoices',
      RequestId: 's3-1',
    },
    '2025-05-06T07:08:00.000Z s3-1',
    'aws.s3 | S3 Test Event |  |  |  | invoices | neutral',
  ],
  [
    'a replication of S3 that failed',
    {
      Records: [
        {
          eventSource: 'aws:s3',
          eventName: 'Replication:OperationFailedReplication',
          eventTime: '2025-05-06T07:08:00.000Z',
          awsRegion: 'eu-north-1',
          s3: { bucket: { name: 'invoices' }, object: { key: 'a' } },
        },
      ],
    },
    '2025-05-06T07:08:00.000Z mended',
    'aws.s3 | S3 Replication |  | eu-north-1 | arn:aws:s3:::invoices | invoices | error (detail.reason)',
  ],
  [
    'a trigger of Cognito',
    {
      triggerSource: 'PreSignUp_SignUp',
      userPoolId: 'eu-north-1_aB',
      region: 'eu-north-1',
      userName: 'mira',
    },
    'mended mended',
    'aws.cognito-idp | Cognito Pre Sign Up |  | eu-north-1 |  | eu-north-1_aB | neutral',
  ],
  [
    'a device that IoT saw leave',
    {
      clientId: 'pump-7',
      timestamp: 1746515280000,
      eventType: 'disconnected',
      principalIdentifier: 'p',
    },
    '2025-05-06T07:08:00.000Z mended',
    'aws.iot | IoT Client Disconnected |  |  |  | pump-7 | neutral',
  ],
  [
    'a thing that IoT registered',
    {
      eventType: 'THING_EVENT',
      eventId: 'iot-1',
      timestamp: 1746515280000,
      operation: 'CREATED',
      accountId: '210987654321',
      thingName: 'pump-7',
    },
    '2025-05-06T07:08:00.000Z iot-1',
    'aws.iot | IoT Thing Event Created | 210987654321 |  |  | pump-7 | neutral',
  ],
  [
    'a violation that IoT Device Defender found',
    {
      violationEventTime: 1746515280000,
      violationEventType: 'in-alarm',
      violationId: 'v-1',
      thingName: 'pump-7',
    },
    '2025-05-06T07:08:00.000Z v-1',
    'aws.iot | IoT Device Defender Violation |  |  |  | pump-7 | error (detail.violationEventType)',
  ],
  [
    'a step of a secret rotation',
    { Step: 'createSecret', SecretId: SECRET, ClientRequestToken: 't' },
    'mended mended',
    `aws.secretsmanager | Secrets Manager Rotation Step | 210987654321 | eu-north-1 | ${SECRET} | db-login | neutral`,
  ],
  [
    'a job of CodePipeline',
    {
      'CodePipeline.job': {
        id: 'job-1',
        accountId: '210987654321',
        data: { actionConfiguration: { configuration: { FunctionName: 'smoke-test' } } },
      },
    },
    'mended job-1',
    'aws.codepipeline | CodePipeline Lambda Job | 210987654321 |  |  | smoke-test | neutral',
  ],
  [
    'a trigger of CodeCommit',
    {
      Records: [
        {
          codecommit: { references: [{ ref: 'refs/heads/main' }] },
          eventId: 'cc-1',
          eventSource: 'aws:codecommit',
          eventSourceARN: REPOSITORY,
          eventTime: '2025-05-06T07:08:00.000Z',
        },
      ],
    },
    '2025-05-06T07:08:00.000Z cc-1',
    `aws.codecommit | CodeCommit Repository State Change | 210987654321 | eu-north-1 | ${REPOSITORY} | shop | neutral`,
  ],
  [
    'the call of a custom Config rule',
    {
      configRuleName: 'tags',
      invokingEvent:
        '{"messageType":"ConfigurationItemChangeNotification","configurationItem":{"resourceId":"i-0a1b","awsRegion":"eu-north-1"}}',
    },
    'mended mended',
    'aws.config | Config Configuration Item Change |  | eu-north-1 |  | i-0a1b | neutral',
  ],
  [
    'a bare finding of Security Hub',
    {
      SchemaVersion: '2018-10-08',
      ProductArn: HUB,
      AwsAccountId: '210987654321',
      UpdatedAt: '2025-05-06T07:08:00.000Z',
      Severity: { Label: 'HIGH' },
      Resources: [{ Id: arn('s3:::invoices') }],
    },
    '2025-05-06T07:08:00.000Z mended',
    `aws.securityhub | Security Hub Findings - Imported | 210987654321 | eu-north-1 | ${HUB} | invoices | error (detail.findings.0.Severity)`,
  ],
  [
    'a bare finding of GuardDuty',
    {
      arn: arn('guardduty:eu-north-1:210987654321:detector/d/finding/f'),
      accountId: '210987654321',
      region: 'eu-north-1',
      updatedAt: '2025-05-06T07:08:00.000Z',
      severity: 5,
      service: { serviceName: 'guardduty', archived: false },
      resource: { instanceDetails: { instanceId: 'i-0a1b' } },
    },
    '2025-05-06T07:08:00.000Z mended',
    'aws.guardduty | GuardDuty Finding | 210987654321 | eu-north-1 |  | i-0a1b | warning (detail.severity)',
  ],
  [
    'a row of Athena',
    {
      eventversion: '1.11',
      useridentity: '{type=IAMUser, principalid=AID, username=mira, accountid=210987654321}',
      eventtime: '2025-05-06T07:08:00Z',
      eventsource: 'iam.amazonaws.com',
      eventname: 'ListUsers',
      awsregion: 'eu-north-1',
      errorcode: 'AccessDenied',
      requestparameters: '',
      eventid: 'ct-1',
    },
    '2025-05-06T07:08:00.000Z ct-1',
    'aws.iam | AWS API Call via CloudTrail | 210987654321 | eu-north-1 |  | mira | error (detail.errorCode)',
  ],
  [
    'a result of CloudTrail Lake',
    {
      QueryStatus: 'FINISHED',
      QueryResultRows: [
        [
          { eventID: 'ct-2' },
          { eventTime: '2025-05-06 07:08:00.000' },
          { eventSource: 's3.amazonaws.com' },
          { eventName: 'PutObject' },
          { requestParameters: '{"bucketName":"invoices"}' },
        ],
      ],
    },
    '2025-05-06T07:08:00.000Z ct-2',
    'aws.s3 | AWS API Call via CloudTrail |  |  |  | invoices | neutral',
  ],
  [
    'an insight of CloudTrail',
    trailRecord({
      eventType: 'AwsCloudTrailInsight',
      insightDetails: { state: 'Start' },
      requestParameters: null,
    }),
    '2025-05-06T07:07:30.000Z 9a1e9c70-5a0f-4dc1-8f1a-2f1f0d7a6e11',
    'aws.s3 | AWS Insight via CloudTrail | 210987654321 | eu-north-1 |  | mira | warning (detail.insightDetails.state)',
  ],
];

describe('a payload of a service', () => {
  it.each(rows)('%s', (_name, body, moment, line) => {
    expect(readingLine(body)).toBe(line);
    expect(momentLine(body)).toBe(moment);
  });

  it('keeps no field of a row that CloudTrail does not know', () => {
    const row = { eventname: 'X', eventsource: 'iam.amazonaws.com', ['__proto__x']: 1, odd: 2 };
    expect(only(row).detail).toEqual({ eventName: 'X', eventSource: 'iam.amazonaws.com' });
  });
});
