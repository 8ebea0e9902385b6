import { sharedMapping } from '$lib/core/cloud/share-mapping';
import type { Mapping } from '$lib/core/mapping/mapping';
import { SharedFeedSource } from '$lib/source/shared/feed-source';
import { SoundPlace } from '$lib/source/tabs/sound-place';
import { seatOf } from '$lib/account/seat-of';
import { LiveFeed } from './live-feed';

/**
 * What somebody hears by a link: the redacted events of a share, by the mapping cut down to what they tell. Nothing of
 * it is kept beyond the page: what is shared is for the ear of the moment, its owner may revoke it, and a journal would
 * be all that is left to take back.
 *
 * @throws NoCloudError where the site belongs to no deployment.
 */
export async function listenedShare(token: string, mapping: Mapping, wallNow: () => number) {
  const { takeSeat, sqsEndpoint } = await seatOf(token);
  const source = new SharedFeedSource(
    takeSeat,
    sqsEndpoint === null ? {} : { endpoint: sqsEndpoint },
  );
  const cutDown = sharedMapping(mapping);
  const parts = { source, mapping: cutDown, journal: null, wallNow };
  return {
    mapping: cutDown,
    feed: new LiveFeed({ ...parts, sharedFacts: () => source.facts }),
    soundPlace: new SoundPlace(`share ${token}`),
  };
}
