import { Aws } from 'aws-cdk-lib';
import {
  accountFeedName,
  deadLettersName,
  feedName,
  listenerQueueName,
  queueName,
  sharedFeedName,
} from '../src/lib/core/cloud/names';

/**
 * The ARNs of a deployment's things, made from their names and not from references, so that no stack depends on
 * another one for them. `*` stands for every person or listener.
 */
export interface ResourceArns {
  queue(sub: string): string;
  feed(sub: string): string;
  sharedFeed(sub: string): string;
  listenerQueue(listener: string): string;
  lambda(name: string): string;
  readonly accountFeed: string;
  readonly deadLetters: string;
  readonly table: string;
  readonly listenerRole: string;
  /** Every EventBridge rule of the deployment. */
  readonly rules: string;
  /** Every trail that this account can see, its organisation's among them. */
  readonly trails: string;
}

export function resourceArns(prefix: string): ResourceArns {
  return {
    queue: (sub) => arn('sqs', queueName(prefix, sub)),
    feed: (sub) => arn('sns', feedName(prefix, sub)),
    sharedFeed: (sub) => arn('sns', sharedFeedName(prefix, sub)),
    listenerQueue: (listener) => arn('sqs', listenerQueueName(prefix, listener)),
    lambda: (name) => arn('lambda', `function:${lambdaName(prefix, name)}`),
    accountFeed: arn('sns', accountFeedName(prefix)),
    deadLetters: arn('sqs', deadLettersName(prefix)),
    table: arn('dynamodb', `table/${sharesTableName(prefix)}`),
    listenerRole: `arn:${Aws.PARTITION}:iam::${Aws.ACCOUNT_ID}:role/${listenerRoleName(prefix)}`,
    rules: arn('events', `rule/${prefix}-*`),
    trails: `arn:${Aws.PARTITION}:cloudtrail:*:*:trail/*`,
  };
}

export const sharesTableName = (prefix: string): string => `${prefix}-shares`;

export const listenerRoleName = (prefix: string): string => `${prefix}-listener`;

/** The function's name in AWS; `name` is that of its folder. */
export const lambdaName = (prefix: string, name: string): string => `${prefix}-${name}`;

function arn(service: string, resource: string): string {
  return `arn:${Aws.PARTITION}:${service}:${Aws.REGION}:${Aws.ACCOUNT_ID}:${resource}`;
}
