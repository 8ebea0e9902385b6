import type { MemberRun } from '../../functions/context';
import { readFields } from '../../functions/payload';
import { invalid, Refusal } from '../../functions/refusal';
import { removeListeners } from '../../functions/sharing/end-share';
import { markRevoked, sharesOf, toShare } from '../../functions/sharing/share-row';

/**
 * Ends one of the caller's links: it is marked, so that nobody comes in any more, and then the queues and
 * subscriptions of all its listeners are removed. Twice it does the same, and ends what died half-way.
 */
export const run: MemberRun<'revoke-share'> = async (context, payload, caller) => {
  const id = readFields(payload, ['id']).get('id');
  if (typeof id !== 'string' || !/^[0-9a-f]{16}$/.test(id))
    throw invalid('That is not the id of a link.', 'Give its sixteen hexadecimal digits.');
  const found = (await sharesOf(context, caller.sub)).find((share) => share.id === id);
  const share = found === undefined ? null : await markRevoked(context, found);
  if (share === null)
    throw new Refusal('not-found', 'You have no such link.', 'Load the list of links again.');
  await removeListeners(context, share.id);
  return { share: toShare(share, []) };
};
