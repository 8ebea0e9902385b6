import type { CallName } from '../../src/lib/core/cloud/calls';

/** Every function of ours, those that services call too. */
export type FunctionName = CallName | 'post-confirmation' | 'pre-sign-up' | 'sweep';

/** Counting the calls of a person, and the note that their account is deleted. */
const COUNTING = ['dynamodb:UpdateItem'];
const TOMBSTONE = ['dynamodb:GetItem'];
const LEASE = ['dynamodb:PutItem', 'dynamodb:DeleteItem'];

const MAKING_PLACES = [
  'sqs:CreateQueue',
  'sqs:GetQueueUrl',
  'sqs:SetQueueAttributes',
  'sns:CreateTopic',
  'sns:GetTopicAttributes',
  'sns:SetTopicAttributes',
  'sns:Subscribe',
  'sns:ListSubscriptionsByTopic',
  'sns:SetSubscriptionAttributes',
  ...LEASE,
];

const REMOVING_PLACES = ['sqs:GetQueueUrl', 'sqs:DeleteQueue', 'sns:DeleteTopic'];

const REMOVING_LISTENERS = [
  'dynamodb:Query',
  'dynamodb:DeleteItem',
  'sqs:GetQueueUrl',
  'sqs:DeleteQueue',
  'sns:ListSubscriptionsByTopic',
  'sns:Unsubscribe',
];

const all = (...lists: readonly (readonly string[])[]): readonly string[] =>
  [...new Set(lists.flat())].toSorted();

/**
 * The IAM actions that each function's code calls, on whatever path: no less is needed, and no more may be allowed.
 * A test runs every path and compares.
 */
export const CALLS_MADE: Readonly<Record<FunctionName, readonly string[]>> = {
  'post-confirmation': all(MAKING_PLACES),
  'ensure-queue': all(COUNTING, TOMBSTONE, MAKING_PLACES, REMOVING_PLACES),
  connections: all(COUNTING, LEASE, ['sns:GetTopicAttributes', 'sns:SetTopicAttributes']),
  'check-connection': all(COUNTING, [
    'sqs:GetQueueUrl',
    'sqs:GetQueueAttributes',
    'sns:GetTopicAttributes',
    'sns:ListSubscriptionsByTopic',
    'sns:GetSubscriptionAttributes',
  ]),
  'test-event': all(COUNTING, ['sns:Publish']),
  invite: all(COUNTING),
  'delete-account': all(COUNTING, REMOVING_PLACES, REMOVING_LISTENERS, [
    'dynamodb:PutItem',
    'cognito-idp:AdminDeleteUser',
  ]),
  'create-share': all(COUNTING, TOMBSTONE, ['dynamodb:PutItem']),
  'list-shares': all(COUNTING, ['dynamodb:Query']),
  'revoke-share': all(COUNTING, REMOVING_LISTENERS),
  'join-share': all(COUNTING, REMOVING_LISTENERS, [
    'dynamodb:GetItem',
    'dynamodb:PutItem',
    'sqs:CreateQueue',
    'sqs:SetQueueAttributes',
    'sns:Subscribe',
    'sns:SetSubscriptionAttributes',
    'sts:AssumeRole',
  ]),
  sweep: all(REMOVING_LISTENERS, ['sqs:ListQueues', 'sqs:GetQueueAttributes', 'dynamodb:GetItem']),
  'pre-sign-up': [],
};

/** What is called besides in a deployment of one's own. */
export const OWN_CALLS_MADE: Readonly<Partial<Record<FunctionName, readonly string[]>>> = {
  'post-confirmation': ['cognito-idp:AdminAddUserToGroup', 'sns:Unsubscribe'],
  'ensure-queue': ['sns:Unsubscribe'],
  'check-connection': [
    'events:ListRuleNamesByTarget',
    'events:DescribeRule',
    'cloudtrail:DescribeTrails',
    'cloudtrail:GetTrailStatus',
  ],
  invite: [
    'cognito-idp:AdminCreateUser',
    'cognito-idp:AdminGetUser',
    'cognito-idp:AdminAddUserToGroup',
  ],
};
