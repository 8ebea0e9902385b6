import { feedPolicy, sharedFeedPolicy } from '../../functions/policies/feed-policy';
import { queuePolicy } from '../../functions/policies/queue-policy';
import type { Policy } from '../policy-document';
import { readPolicy } from '../read-policy';
import { ADA, ADAS_ACCOUNT, BEN, BENS_ACCOUNT } from './setting';
import type { Setting } from './setting';

/**
 * The policies that the functions write at run time, made by the functions' own code: Ada hears the deployment's own
 * account where that can be, Ben does not; each has connected an account; Ada's shared feed has two listeners.
 */
export function standing(setting: Setting): ReadonlyMap<string, Policy> {
  const { queue, feed, sharedFeed, listenerQueue, accountFeed } = setting;
  const heard = setting.deployment === 'own' ? [feed(ADA), accountFeed] : [feed(ADA)];
  const admitted = (account: string) => [{ account, addedAt: 0 }];
  const written: [string, unknown][] = [
    [queue(ADA), queuePolicy(queue(ADA), heard)],
    [queue(BEN), queuePolicy(queue(BEN), [feed(BEN)])],
    [feed(ADA), feedPolicy(feed(ADA), admitted(ADAS_ACCOUNT))],
    [feed(BEN), feedPolicy(feed(BEN), admitted(BENS_ACCOUNT))],
    [sharedFeed(ADA), sharedFeedPolicy(sharedFeed(ADA))],
    [sharedFeed(BEN), sharedFeedPolicy(sharedFeed(BEN))],
    [listenerQueue(0), queuePolicy(listenerQueue(0), [sharedFeed(ADA)])],
    [listenerQueue(1), queuePolicy(listenerQueue(1), [sharedFeed(ADA)])],
  ];
  return new Map(written.map(([arn, json]) => [arn, readPolicy(arn, 'resource', json)]));
}
