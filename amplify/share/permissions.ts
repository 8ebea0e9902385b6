import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { countCalls, endSubscriptions, knowDeleted, mendSubscriptions } from '../queue/permissions';
import type { ResourceArns } from '../resource-arns';

export type ShareFunction =
  'create-share' | 'list-shares' | 'revoke-share' | 'join-share' | 'sweep';

const allow = (sid: string, actions: string[], ...resources: string[]) =>
  new PolicyStatement({ sid, actions, resources });

const readRows = (arns: ResourceArns) => allow('ReadRows', ['dynamodb:Query'], arns.table);

function removeListeners(arns: ResourceArns): PolicyStatement[] {
  return [
    allow('RemoveQueues', ['sqs:GetQueueUrl', 'sqs:DeleteQueue'], arns.listenerQueue('*')),
    allow('FindSubscriptions', ['sns:ListSubscriptionsByTopic'], arns.sharedFeed('*')),
    endSubscriptions(),
    allow('FreeSeats', ['dynamodb:DeleteItem'], arns.table),
  ];
}

function seats(arns: ResourceArns): PolicyStatement[] {
  return [
    allow('MakeQueues', ['sqs:CreateQueue', 'sqs:SetQueueAttributes'], arns.listenerQueue('*')),
    allow('Subscribe', ['sns:Subscribe'], arns.sharedFeed('*')),
    mendSubscriptions(),
    allow(
      'TakeSeats',
      ['dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:PutItem', 'dynamodb:UpdateItem'],
      arns.table,
    ),
    allow('LendCredentials', ['sts:AssumeRole'], arns.listenerRole),
  ];
}

/** The statements of each function of the listening links. */
export function sharePermissions(arns: ResourceArns): Record<ShareFunction, PolicyStatement[]> {
  return {
    'create-share': [
      countCalls(arns),
      knowDeleted(arns),
      allow('MakeShares', ['dynamodb:PutItem'], arns.table),
    ],
    'list-shares': [countCalls(arns), readRows(arns)],
    'revoke-share': [countCalls(arns), readRows(arns), ...removeListeners(arns)],
    'join-share': [...seats(arns), ...removeListeners(arns)],
    sweep: [
      allow('FindQueues', ['sqs:ListQueues'], '*'),
      allow('ReadSeats', ['dynamodb:GetItem', 'dynamodb:Query'], arns.table),
      allow('ReadQueues', ['sqs:GetQueueAttributes'], arns.listenerQueue('*')),
      ...removeListeners(arns),
    ],
  };
}
