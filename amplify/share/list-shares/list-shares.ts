import type { Share } from '../../../src/lib/core/cloud/calls';
import type { FunctionContext, MemberRun } from '../../functions/context';
import { readFields } from '../../functions/payload';
import { isTaken, seatsOf, toListener } from '../../functions/sharing/seat-row';
import { isLive, sharesOf, toShare, type ShareRow } from '../../functions/sharing/share-row';

/** Lists the caller's links, the newest first, and who listens to each. */
export const run: MemberRun<'list-shares'> = async (context, payload, caller) => {
  readFields(payload, []);
  const rows = await sharesOf(context, caller.sub);
  const shares = await Promise.all(rows.map((row) => withListeners(context, row)));
  return { shares: shares.toSorted((a, b) => b.createdAt - a.createdAt) };
};

async function withListeners(context: FunctionContext, row: ShareRow): Promise<Share> {
  const now = context.now();
  if (!isLive(row, now)) return toShare(row, []);
  const seats = (await seatsOf(context, row.id)).filter((seat) => isTaken(seat, now));
  return toShare(row, seats.map(toListener));
}
