import { AdminDeleteUserCommand } from '@aws-sdk/client-cognito-identity-provider';
import type { FunctionContext, MemberRun } from '../../functions/context';
import { readFields } from '../../functions/payload';
import { removePlace } from '../../functions/place/remove-place';
import { orNull } from '../../functions/service-error';
import { removeListeners } from '../../functions/sharing/end-share';
import { markRevoked, sharesOf, type ShareRow } from '../../functions/sharing/share-row';
import { shareKey } from '../../functions/table/keys';
import { deleteRow } from '../../functions/table/table';
import { markDeleted } from '../../functions/table/tombstone';

/**
 * Removes everything of the caller's, and the account itself last: whatever dies half-way leaves a person who can
 * sign in and call again, and each step passes over what is gone already. Gives the names of what was removed.
 */
export const run: MemberRun<'delete-account'> = async (context, payload, caller) => {
  readFields(payload, []);
  await markDeleted(context, caller.sub);
  const shares = await sharesOf(context, caller.sub);
  for (const share of shares) await markRevoked(context, share);
  // With the shared feed all listeners' subscriptions go at once; what is left of them is their queues.
  const things = await removePlace(context, caller.sub);
  for (const share of shares) await removeShare(context, share);
  // Where the name of a user is not an alias, Cognito takes the `sub` for it.
  const deleted = context.clients.cognito.send(
    new AdminDeleteUserCommand({ UserPoolId: context.facts.userPoolId, Username: caller.sub }),
  );
  await orNull(deleted, 'UserNotFound');
  return { removed: [...shares.map(({ id }) => `share ${id}`), ...things] };
};

async function removeShare(context: FunctionContext, share: ShareRow): Promise<void> {
  await removeListeners(context, share.id);
  await deleteRow(context, shareKey(share.person, share.place));
}
