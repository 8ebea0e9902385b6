import type { MemberRun } from '../../functions/context';
import { readFields } from '../../functions/payload';
import { makePlace } from '../../functions/place/make-place';
import { removePlace } from '../../functions/place/remove-place';
import { deletedAccount, isDeleted, refuseDeleted } from '../../functions/table/tombstone';

/**
 * Makes or repairs what the caller has in the cloud. The page asks for it at every sign-in, since the trigger that
 * made it at sign-up may have failed, and does not run for people who were invited.
 */
export const run: MemberRun<'ensure-queue'> = async (context, payload, caller) => {
  readFields(payload, []);
  await refuseDeleted(context, caller.sub);
  const place = await makePlace(context, caller);
  // The account may have been deleted from another page meanwhile: nothing may outlive it.
  if (await isDeleted(context, caller.sub)) {
    await removePlace(context, caller.sub);
    throw deletedAccount();
  }
  return place;
};
