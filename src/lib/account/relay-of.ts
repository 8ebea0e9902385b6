import { sharedFeedName } from '$lib/core/cloud/names';
import type { CloudOutputs } from '$lib/core/cloud/outputs';
import type { Mapping } from '$lib/core/mapping/mapping';
import type { EventSource } from '$lib/source/event-source';
import type { CredentialProvider } from '$lib/source/sqs/kept-credentials';
import { REAL_SURROUNDINGS } from '$lib/source/surroundings';
import type { Account } from './account';
import { Relay, type Publish } from './relay';
import { hmacDigest } from './relay-digest';
import { saltOf, type SaltStore } from './relay-salt';
import { RelayShares } from './relay-shares';
import { RelayedSource } from './relay-source';

/** Loads the SDK's SNS client with the first batch, not before. */
function lazily(cloud: CloudOutputs, sub: string, credentials: CredentialProvider): Publish {
  const { region, account, prefix, endpoints } = cloud;
  const partition = region.startsWith('cn-') ? 'aws-cn' : 'aws';
  const topicArn = `arn:${partition}:sns:${region}:${account}:${sharedFeedName(prefix, sub)}`;
  let publish: Promise<Publish> | null = null;
  const connect = async () => {
    const { connectFeed } = await import('./relay-publisher');
    const endpoint = endpoints && { endpoint: endpoints.sns };
    return connectFeed({ topicArn, region, credentials, ...endpoint });
  };
  return async (...batch) => {
    publish ??= connect();
    // A chunk that could not be loaded is asked for again.
    publish.catch(() => (publish = null));
    return (await publish)(...batch);
  };
}

/** Where the browser lets a page keep things; to name it can be refused. */
function browserStore(): SaltStore | null {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}

/**
 * Has the events of a member's queue relayed to the listeners of their shares, by the tab that reads it.
 *
 * @param source reads the queue in this tab
 * @param sub the user pool's id of the member
 */
export function relayed(
  source: EventSource,
  account: Pick<Account, 'cloud' | 'call'> & {
    readonly session: Pick<Account['session'], 'credentials'>;
  },
  sub: string,
  mapping: Mapping,
): EventSource {
  const shares = new RelayShares(async () => (await account.call('list-shares', {})).shares);
  const relay = new Relay({
    mapping,
    shares,
    digest: hmacDigest(saltOf(browserStore(), sub)),
    publish: lazily(account.cloud, sub, account.session.credentials),
    surroundings: REAL_SURROUNDINGS,
    newId: () => crypto.randomUUID(),
  });
  return new RelayedSource(source, relay, () => shares.changed());
}
