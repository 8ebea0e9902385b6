/** A finding of cdk-nag's AwsSolutions rules that stays, and why. */
export interface JustifiedFinding {
  /** The rule, with the finding in brackets where it has several. */
  readonly rule: RegExp;
  /** The path of the construct, from the stack on. */
  readonly where: RegExp;
  readonly because: string;
}

const policyOf = (...functions: string[]) =>
  new RegExp(`/(?:${functions.join('|')})-lambda/ServiceRole/DefaultPolicy/Resource$`);

const NAMED = 'arn:<AWS::Partition>:s(?:qs|ns):<AWS::Region>:<AWS::AccountId>:ame-[0-9a-f]{8}';

/** Each must still be found: what is no longer there is taken off the list. */
export const JUSTIFIED_FINDINGS: readonly JustifiedFinding[] = [
  {
    rule: /^AwsSolutions-COG1$/,
    where: /\/UserPool\/Resource$/,
    because:
      'Twelve characters of any kind: NIST SP 800-63B asks for length and advises against rules of composition.',
  },
  {
    rule: /^AwsSolutions-COG2$/,
    where: /\/UserPool\/Resource$/,
    because: 'A second factor is optional: an account holds no data but the right to hear events.',
  },
  {
    rule: /^AwsSolutions-COG8$/,
    where: /\/UserPool\/Resource$/,
    because:
      'The Plus plan costs for every user; sign-in is by SRP, and attempts are limited by Cognito.',
  },
  {
    rule: /^AwsSolutions-COG7$/,
    where: /\/IdentityPool$/,
    because: 'Listeners of a link have no account: guests may invoke join-share, and nothing else.',
  },
  {
    rule: /^AwsSolutions-SQS3$/,
    where: /\/DeadLetters\/Resource$/,
    because: 'It is itself the dead-letter queue of the others; an alarm watches it.',
  },
  {
    rule: /^AwsSolutions-DDB3$/,
    where: /\/Shares\/Resource$/,
    because: 'Rows expire within 90 days, and a restored table could let revoked links in again.',
  },
  {
    rule: new RegExp(`^AwsSolutions-IAM5\\[Resource::${NAMED}-(?:q|feed|shared)-\\*\\]$`),
    where: policyOf(
      'post-confirmation',
      'ensure-queue',
      'connections',
      'check-connection',
      'test-event',
      'delete-account',
      'teardown',
      'revoke-share',
      'join-share',
      'sweep',
    ),
    because:
      'A function serves every person: whose queue it touches is told by the verified token.',
  },
  {
    rule: new RegExp(`^AwsSolutions-IAM5\\[Resource::${NAMED}-listen-\\*\\]$`),
    where: policyOf('delete-account', 'teardown', 'revoke-share', 'join-share', 'sweep'),
    because: 'Listeners’ queues are made and removed at run time, with random names.',
  },
  {
    rule: new RegExp(`^AwsSolutions-IAM5\\[Resource::${NAMED}-listen-\\*\\]$`),
    where: /\/ListenerRole\/DefaultPolicy\/Resource$/,
    because: 'The session policy of each listener leaves one queue of them.',
  },
  {
    rule: /^AwsSolutions-IAM5\[Resource::\*\]$/,
    where: policyOf(
      'post-confirmation',
      'ensure-queue',
      'check-connection',
      'delete-account',
      'teardown',
      'revoke-share',
      'join-share',
      'sweep',
    ),
    because: 'These actions know no resource: on subscriptions, and those that list or find.',
  },
  {
    rule: /^AwsSolutions-IAM5\[Resource::arn:<AWS::Partition>:events:.*:rule\/ame-[0-9a-f]{8}-\*\]$/,
    where: policyOf('check-connection'),
    because: 'How many rules a mapping needs is known only when it is deployed.',
  },
  {
    rule: /^AwsSolutions-IAM5\[Resource::arn:<AWS::Partition>:cloudtrail:\*:\*:trail\/\*\]$/,
    where: policyOf('check-connection'),
    because: 'The trail may be of another Region or of the organisation; its state alone is read.',
  },
  {
    rule: /^AwsSolutions-IAM5\[Resource::<sweeplambda\w+\.Arn>:\*\]$/,
    where: /\/SchedulerRoleForTarget-\w+\/DefaultPolicy\/Resource$/,
    because: 'The schedule may invoke every version of the one function, as the CDK grants it.',
  },
  {
    rule: /^AwsSolutions-IAM4\[Policy::arn:<AWS::Partition>:iam::aws:policy\/service-role\/AWSLambdaBasicExecutionRole\]$/,
    where: /\/BucketNotificationsHandler\w+\/Role\/Resource$/,
    because:
      'The function that switches a bucket to EventBridge is the CDK’s own; it writes its log.',
  },
];
