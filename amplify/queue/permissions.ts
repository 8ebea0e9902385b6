import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { ResourceArns } from '../resource-arns';
import type { Settings } from '../settings';

/** What a function of a person's queue may do, by the function's name. */
export type QueueFunction =
  | 'post-confirmation'
  | 'ensure-queue'
  | 'connections'
  | 'check-connection'
  | 'test-event'
  | 'delete-account'
  | 'invite'
  | 'teardown';

const allow = (sid: string, actions: string[], ...resources: string[]) =>
  new PolicyStatement({ sid, actions, resources });

/** How often somebody called in this minute. */
export const countCalls = (arns: ResourceArns): PolicyStatement =>
  allow('CountCalls', ['dynamodb:UpdateItem'], arns.table);

/** Whether a person has deleted their account. */
export const knowDeleted = (arns: ResourceArns): PolicyStatement =>
  allow('KnowDeleted', ['dynamodb:GetItem'], arns.table);

/** One at a time may rewrite a feed's policy, which SNS cannot do by itself. */
const lease = (arns: ResourceArns) =>
  allow('HoldLease', ['dynamodb:PutItem', 'dynamodb:DeleteItem'], arns.table);

/** SNS knows no resource for what is done to a subscription (Service Authorization Reference, Amazon SNS). */
export const endSubscriptions = (): PolicyStatement =>
  allow('EndSubscriptions', ['sns:Unsubscribe'], '*');
export const mendSubscriptions = (): PolicyStatement =>
  allow('MendSubscriptions', ['sns:SetSubscriptionAttributes'], '*');

/** The topics that a person's queue may subscribe to. */
const heardTopics = (arns: ResourceArns, own: boolean) =>
  own ? [arns.feed('*'), arns.accountFeed] : [arns.feed('*')];

/** Makes or repairs queue, feeds, subscriptions and policies. */
function makePlaces(arns: ResourceArns, own: boolean): PolicyStatement[] {
  return [
    allow(
      'MakeQueues',
      ['sqs:CreateQueue', 'sqs:GetQueueUrl', 'sqs:SetQueueAttributes'],
      arns.queue('*'),
    ),
    allow(
      'MakeFeeds',
      ['sns:CreateTopic', 'sns:GetTopicAttributes', 'sns:SetTopicAttributes'],
      arns.feed('*'),
      arns.sharedFeed('*'),
    ),
    allow(
      'Subscribe',
      ['sns:Subscribe', 'sns:ListSubscriptionsByTopic'],
      ...heardTopics(arns, own),
    ),
    mendSubscriptions(),
    ...(own ? [endSubscriptions()] : []),
    lease(arns),
  ];
}

/** Removes queues and feeds. */
const removePlaces = (arns: ResourceArns): PolicyStatement[] => [
  allow('RemoveQueues', ['sqs:GetQueueUrl', 'sqs:DeleteQueue'], arns.queue('*')),
  allow('RemoveFeeds', ['sns:DeleteTopic'], arns.feed('*'), arns.sharedFeed('*')),
];

function checks(arns: ResourceArns, own: boolean): PolicyStatement[] {
  return [
    allow('SeeQueues', ['sqs:GetQueueUrl', 'sqs:GetQueueAttributes'], arns.queue('*')),
    allow('SeeFeeds', ['sns:GetTopicAttributes'], arns.feed('*')),
    allow('FindSubscriptions', ['sns:ListSubscriptionsByTopic'], ...heardTopics(arns, own)),
    allow('SeeSubscriptions', ['sns:GetSubscriptionAttributes'], '*'),
    ...(own ? ownAccountChecks(arns) : []),
  ];
}

/** EventBridge finds rules by their target, and CloudTrail lists trails, for the whole account only. */
function ownAccountChecks(arns: ResourceArns): PolicyStatement[] {
  return [
    allow('FindRules', ['events:ListRuleNamesByTarget', 'cloudtrail:DescribeTrails'], '*'),
    allow('SeeRules', ['events:DescribeRule'], arns.rules),
    allow('SeeTrails', ['cloudtrail:GetTrailStatus'], arns.trails),
  ];
}

function deletions(arns: ResourceArns, own: boolean, userPool: string): PolicyStatement[] {
  const subscribed = own ? [arns.sharedFeed('*'), arns.accountFeed] : [arns.sharedFeed('*')];
  return [
    ...removePlaces(arns),
    allow('RemoveListeners', ['sqs:GetQueueUrl', 'sqs:DeleteQueue'], arns.listenerQueue('*')),
    allow('FindSubscriptions', ['sns:ListSubscriptionsByTopic'], ...subscribed),
    endSubscriptions(),
    allow('RemoveRows', ['dynamodb:Query', 'dynamodb:PutItem', 'dynamodb:DeleteItem'], arns.table),
    allow('RemovePerson', ['cognito-idp:AdminDeleteUser'], userPool),
  ];
}

/**
 * The statements of each function.
 * @param userPool the ARN of the user pool
 */
export function queuePermissions(
  arns: ResourceArns,
  { deployment }: Pick<Settings, 'deployment'>,
  userPool: string,
): Record<QueueFunction, PolicyStatement[]> {
  const own = deployment === 'own';
  return {
    'post-confirmation': makePlaces(arns, own),
    'ensure-queue': [
      countCalls(arns),
      knowDeleted(arns),
      ...makePlaces(arns, own),
      ...removePlaces(arns),
    ],
    connections: [
      countCalls(arns),
      lease(arns),
      allow('AdmitAccounts', ['sns:GetTopicAttributes', 'sns:SetTopicAttributes'], arns.feed('*')),
    ],
    'check-connection': [countCalls(arns), ...checks(arns, own)],
    'test-event': [countCalls(arns), allow('SendTest', ['sns:Publish'], arns.feed('*'))],
    'delete-account': [countCalls(arns), ...deletions(arns, own, userPool)],
    invite: [
      countCalls(arns),
      allow(
        'Invite',
        [
          'cognito-idp:AdminCreateUser',
          'cognito-idp:AdminGetUser',
          'cognito-idp:AdminAddUserToGroup',
        ],
        userPool,
      ),
    ],
    teardown: [
      allow('FindLeftovers', ['sqs:ListQueues', 'sns:ListTopics'], '*'),
      allow('RemoveQueues', ['sqs:DeleteQueue'], arns.queue('*'), arns.listenerQueue('*')),
      allow('RemoveFeeds', ['sns:DeleteTopic'], arns.feed('*'), arns.sharedFeed('*')),
    ],
  };
}
