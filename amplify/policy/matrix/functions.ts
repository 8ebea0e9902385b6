import type { Allowance, Where } from './allowance';

const QUEUES = ["Ada's queue", "Ben's queue"];
const FEEDS = ["Ada's feed", "Ben's feed"];
const SHARED = ["Ada's shared feed", "Ben's shared feed"];
const LISTENERS = [
  "the listener's queue",
  "another listener's queue",
  "the revoked listener's queue, which is gone",
];
const PLACE = 'amplify/functions/place';
const SHARING = 'amplify/functions/sharing';
const TABLE = 'amplify/functions/table';

/** Lines for functions, by their names. */
function lets(
  functions: readonly string[],
  may: readonly string[],
  on: readonly string[],
  need: string,
  where?: Where,
): Allowance {
  const who = functions.map((name) => `function ${name}`);
  return { who, may, on, need, ...(where && { where }) };
}

const MAKERS = ['post-confirmation', 'ensure-queue'];
const HEARERS = [...MAKERS, 'check-connection'];
const ENDERS = ['delete-account', 'revoke-share', 'sweep'];
const CALLED = [
  'ensure-queue',
  'connections',
  'check-connection',
  'test-event',
  'delete-account',
  'invite',
  'create-share',
  'list-shares',
  'revoke-share',
  'join-share',
];

const places: readonly Allowance[] = [
  lets(MAKERS, ['sqs:CreateQueue', 'sqs:GetQueueUrl', 'sqs:SetQueueAttributes'], QUEUES, PLACE),
  lets(['ensure-queue', 'delete-account'], ['sqs:GetQueueUrl', 'sqs:DeleteQueue'], QUEUES, PLACE),
  lets(MAKERS, ['sns:CreateTopic'], [...FEEDS, ...SHARED], PLACE),
  lets(MAKERS, ['sns:GetTopicAttributes', 'sns:SetTopicAttributes'], [...FEEDS, ...SHARED], PLACE),
  lets(['ensure-queue', 'delete-account'], ['sns:DeleteTopic'], [...FEEDS, ...SHARED], PLACE),
  lets(MAKERS, ['sns:Subscribe'], FEEDS, PLACE),
  lets(MAKERS, ['sns:Subscribe'], ['the account feed'], PLACE, 'own'),
  lets(HEARERS, ['sns:ListSubscriptionsByTopic'], FEEDS, PLACE),
  lets(HEARERS, ['sns:ListSubscriptionsByTopic'], ['the account feed'], PLACE, 'own'),
  lets(['delete-account'], ['sns:ListSubscriptionsByTopic'], ['the account feed'], PLACE, 'own'),
  lets(MAKERS, ['sns:SetSubscriptionAttributes'], ['*'], PLACE),
  lets(MAKERS, ['sns:Unsubscribe'], ['*'], PLACE, 'own'),
  lets(['connections'], ['sns:GetTopicAttributes', 'sns:SetTopicAttributes'], FEEDS, PLACE),
];

const checks: readonly Allowance[] = [
  lets(['check-connection'], ['sqs:GetQueueUrl'], QUEUES, PLACE),
  lets(['check-connection'], ['sqs:GetQueueAttributes'], QUEUES, 'amplify/queue/check-connection'),
  lets(['check-connection'], ['sns:GetTopicAttributes'], FEEDS, PLACE),
  lets(
    ['check-connection'],
    ['sns:GetSubscriptionAttributes'],
    ['*'],
    'amplify/queue/check-connection',
  ),
  lets(
    ['check-connection'],
    ['events:ListRuleNamesByTarget', 'cloudtrail:DescribeTrails'],
    ['*'],
    'amplify/queue/check-connection',
    'own',
  ),
  lets(
    ['check-connection'],
    ['events:DescribeRule'],
    ['a rule of the deployment'],
    'amplify/queue/check-connection',
    'own',
  ),
  lets(
    ['check-connection'],
    ['cloudtrail:GetTrailStatus'],
    ["the account's trail"],
    'amplify/queue/check-connection',
    'own',
  ),
  lets(['test-event'], ['sns:Publish'], FEEDS, 'amplify/queue/test-event'),
];

const shares: readonly Allowance[] = [
  lets(
    ['join-share'],
    ['sqs:CreateQueue', 'sqs:GetQueueUrl', 'sqs:SetQueueAttributes'],
    LISTENERS,
    PLACE,
  ),
  lets(['join-share'], ['sns:Subscribe', 'sns:ListSubscriptionsByTopic'], SHARED, PLACE),
  lets(['join-share'], ['sns:SetSubscriptionAttributes'], ['*'], PLACE),
  lets(['join-share'], ['sts:AssumeRole'], ['the listener role'], SHARING),
  lets([...ENDERS, 'join-share'], ['sqs:GetQueueUrl', 'sqs:DeleteQueue'], LISTENERS, PLACE),
  lets(ENDERS, ['sns:ListSubscriptionsByTopic'], SHARED, PLACE),
  lets([...ENDERS, 'join-share'], ['sns:Unsubscribe'], ['*'], PLACE),
  lets(['sweep'], ['sqs:ListQueues'], ['*'], 'amplify/share/sweep'),
  lets(['sweep'], ['sqs:GetQueueAttributes'], LISTENERS, SHARING),
];

const rows: readonly Allowance[] = [
  lets(CALLED, ['dynamodb:UpdateItem'], ['the table'], TABLE),
  lets(
    ['ensure-queue', 'create-share', 'join-share', 'sweep'],
    ['dynamodb:GetItem'],
    ['the table'],
    TABLE,
  ),
  lets(
    ['list-shares', 'revoke-share', 'join-share', 'sweep', 'delete-account'],
    ['dynamodb:Query'],
    ['the table'],
    TABLE,
  ),
  lets(
    [...MAKERS, 'connections', 'create-share', 'join-share', 'delete-account'],
    ['dynamodb:PutItem'],
    ['the table'],
    TABLE,
  ),
  lets(
    [...MAKERS, 'connections', 'join-share', ...ENDERS],
    ['dynamodb:DeleteItem'],
    ['the table'],
    TABLE,
  ),
];

const others: readonly Allowance[] = [
  lets(
    ['invite'],
    ['cognito-idp:AdminCreateUser', 'cognito-idp:AdminGetUser', 'cognito-idp:AdminAddUserToGroup'],
    ['the user pool'],
    'amplify/auth/invite',
  ),
  lets(
    ['delete-account'],
    ['cognito-idp:AdminDeleteUser'],
    ['the user pool'],
    'amplify/queue/delete-account',
  ),
  lets(
    ['post-confirmation'],
    ['cognito-idp:AdminAddUserToGroup'],
    ['the user pool'],
    'amplify/queue/post-confirmation',
    'taps',
  ),
  lets(['teardown'], ['sqs:ListQueues', 'sns:ListTopics'], ['*'], 'amplify/queue/teardown'),
  lets(['teardown'], ['sqs:DeleteQueue'], [...QUEUES, ...LISTENERS], 'amplify/queue/teardown'),
  lets(['teardown'], ['sns:DeleteTopic'], [...FEEDS, ...SHARED], 'amplify/queue/teardown'),
];

/** What the functions may do, for whoever calls them: which person it is done for is the code's to hold. */
export const FUNCTIONS: readonly Allowance[] = [
  ...places,
  ...checks,
  ...shares,
  ...rows,
  ...others,
];
