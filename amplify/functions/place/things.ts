import { feedName, queueName, sharedFeedName } from '../../../src/lib/core/cloud/names';
import type { Facts } from '../context';

/** What one person has: names and ARNs, made from the deployment and the person's `sub`. */
export interface Things {
  readonly queueName: string;
  readonly queueArn: string;
  readonly feedName: string;
  readonly feedArn: string;
  readonly sharedFeedName: string;
  readonly sharedFeedArn: string;
}

export function thingsOf(facts: Facts, sub: string): Things {
  const queue = queueName(facts.prefix, sub);
  const feed = feedName(facts.prefix, sub);
  const sharedFeed = sharedFeedName(facts.prefix, sub);
  return {
    queueName: queue,
    queueArn: queueArn(facts, queue),
    feedName: feed,
    feedArn: topicArn(facts, feed),
    sharedFeedName: sharedFeed,
    sharedFeedArn: topicArn(facts, sharedFeed),
  };
}

export const queueArn = ({ region, account }: Facts, name: string): string =>
  `arn:aws:sqs:${region}:${account}:${name}`;

const topicArn = ({ region, account }: Facts, name: string): string =>
  `arn:aws:sns:${region}:${account}:${name}`;

/** The groups whose members hear the deployment's own account. */
const HEARING = ['owner', 'listener'];

/** Whether the events of the deployment's own account go to a person's queue. */
export function hearsOwnAccount(facts: Facts, groups: readonly string[]): boolean {
  return facts.deployment === 'own' && groups.some((group) => HEARING.includes(group));
}
