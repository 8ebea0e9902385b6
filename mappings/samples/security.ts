import type { Json, JsonObject } from '../../src/lib/core/event/aws-event';
import { call, denied, event, type Sample } from './sample';

const root: JsonObject = { userIdentity: { type: 'Root', accountId: '210987654321' } };
const signIn = (answer: string, more: JsonObject = {}) =>
  call('signin', 'ConsoleLogin', {
    eventType: 'AwsConsoleSignIn',
    responseElements: { ConsoleLogin: answer },
    ...more,
  });
const guardDuty = (severity: Json) =>
  event('aws.guardduty', 'GuardDuty Finding', { severity, type: 'Recon:EC2/Portscan' });
const hub = (...findings: JsonObject[]) =>
  event('aws.securityhub', 'Security Hub Findings - Imported', { findings });
const inspector = (severity: string, status: string) =>
  event('aws.inspector2', 'Inspector2 Finding', { severity, status });
const compliance = (complianceType: string) =>
  event('aws.config', 'Config Rules Compliance Change', {
    resourceId: 'sg-1',
    newEvaluationResult: { complianceType },
  });

/** Who may do what, who tries, and what the security services say. */
export const SECURITY: readonly Sample[] = [
  {
    rule: 'watch-is-switched-off',
    catches: [
      call('cloudtrail', 'StopLogging'),
      call('guardduty', 'DeleteDetector'),
      call('config', 'StopConfigurationRecorder'),
      call('ec2', 'DeleteFlowLogs'),
    ],
    misses: [
      [call('cloudtrail', 'StopLogging', denied), null],
      [call('cloudtrail', 'StartLogging'), null],
    ],
  },
  {
    rule: 'threat-is-found',
    catches: [
      guardDuty(8.2),
      hub(
        { Severity: { Label: 'LOW' } },
        { Severity: { Label: 'CRITICAL' }, RecordState: 'ACTIVE' },
      ),
      inspector('HIGH', 'ACTIVE'),
      event('aws.macie', 'Macie Finding', { severity: { description: 'High', score: 3 } }),
    ],
    misses: [
      [guardDuty(6.9), 'finding-arrives'],
      [hub({ Severity: { Label: 'HIGH' }, RecordState: 'ARCHIVED' }), 'finding-arrives'],
      [
        hub(
          { Severity: { Label: 'HIGH' }, Workflow: { Status: 'RESOLVED' } },
          { Severity: { Label: 'LOW' }, Workflow: { Status: 'NEW' } },
        ),
        'finding-arrives',
      ],
      [inspector('HIGH', 'CLOSED'), 'finding-arrives'],
    ],
  },
  {
    rule: 'finding-arrives',
    catches: [guardDuty(2), event('aws.access-analyzer', 'Access Analyzer Finding', {})],
    misses: [[event('security.shop', 'GuardDuty Finding', { note: 'a copy' }), null]],
  },
  {
    rule: 'root-signs-in',
    catches: [signIn('Success', root)],
    misses: [[signIn('Success'), 'somebody-signs-in']],
  },
  {
    rule: 'sign-in-fails',
    catches: [
      signIn('Failure', { errorMessage: 'Failed authentication' }),
      signIn('Failure', root),
    ],
    misses: [[signIn('Success'), 'somebody-signs-in']],
  },
  {
    rule: 'somebody-signs-in',
    catches: [signIn('Success'), call('sso', 'Authenticate')],
    misses: [[call('cognito-idp', 'InitiateAuth'), null]],
  },
  {
    rule: 'root-acts',
    catches: [call('s3', 'CreateBucket', root)],
    misses: [
      [call('s3', 'ListBuckets', { ...root, readOnly: true }), null],
      [
        call('s3', 'CreateBucket', {
          userIdentity: { type: 'Root', invokedBy: 'backup.amazonaws.com' },
        }),
        null,
      ],
    ],
  },
  {
    rule: 'permissions-change',
    catches: [call('iam', 'AttachRolePolicy'), call('iam', 'CreateAccessKey', denied)],
    misses: [[call('iam', 'ListRoles'), null]],
  },
  {
    rule: 'role-is-taken-on',
    catches: [call('sts', 'AssumeRole')],
    misses: [[call('iam', 'GetRole'), null]],
  },
  {
    rule: 'key-will-be-lost',
    catches: [call('kms', 'ScheduleKeyDeletion'), event('aws.kms', 'KMS CMK Deletion', {})],
    misses: [
      [call('kms', 'ScheduleKeyDeletion', denied), 'key-is-used'],
      [call('kms', 'EnableKey'), 'key-is-used'],
    ],
  },
  {
    rule: 'key-is-used',
    catches: [call('kms', 'Decrypt', { readOnly: true })],
    misses: [[call('cloudhsm', 'Decrypt'), null]],
  },
  {
    rule: 'secret-is-not-rotated',
    catches: [call('secretsmanager', 'RotationFailed', { eventType: 'AwsServiceEvent' })],
    misses: [
      [
        call('secretsmanager', 'RotationSucceeded', { eventType: 'AwsServiceEvent' }),
        'secret-is-read',
      ],
    ],
  },
  {
    rule: 'secret-is-read',
    catches: [call('secretsmanager', 'GetSecretValue', { readOnly: true })],
    misses: [[call('ssm', 'GetParameter'), 'command-runs']],
  },
  {
    rule: 'certificate-runs-out',
    catches: [event('aws.acm', 'ACM Certificate Approaching Expiration', { DaysToExpiry: 31 })],
    misses: [[event('aws.acm', 'ACM Certificate Available', {}), null]],
  },
  {
    rule: 'resource-breaks-a-rule',
    catches: [compliance('NON_COMPLIANT')],
    misses: [[compliance('COMPLIANT'), 'configuration-changes']],
  },
  {
    rule: 'configuration-changes',
    catches: [event('aws.config', 'Config Configuration Item Change', {})],
    misses: [[call('appconfig', 'StartDeployment'), null]],
  },
];
