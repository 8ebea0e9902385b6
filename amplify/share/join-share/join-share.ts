import type { Seat } from '../../../src/lib/core/cloud/calls';
import type { FunctionContext, GuestRun } from '../../functions/context';
import { readFields } from '../../functions/payload';
import { errorName, isNamed } from '../../functions/service-error';
import { removeListener } from '../../functions/sharing/end-share';
import { listenerCredentials } from '../../functions/sharing/listener-credentials';
import { ensureListenerQueue, type ListenerQueue } from '../../functions/sharing/listener-queue';
import { isTaken, seatsOf, type SeatRow } from '../../functions/sharing/seat-row';
import { findShare, type ShareRow } from '../../functions/sharing/share-row';
import { shareOfToken } from '../../functions/sharing/token-row';
import { admit } from '../../functions/table/rate';
import { ownerGone, refuseOver, tooManyFiltered } from './refusals';
import { newSeat, readPass, seatAgain, type TakenSeat } from './take-place';

/**
 * Gives the holder of a link a seat: a queue of their own that subscribes to the owner's shared feed, and credentials
 * that reach it for an hour. With the pass of a seat the same seat and queue go on.
 */
export const run: GuestRun<'join-share'> = async (context, payload) => {
  const fields = readFields(payload, ['token', 'pass']);
  const token = fields.get('token');
  const share = await shareOfToken(context, typeof token === 'string' ? token : '');
  refuseOver(share, context.now());
  await admit(context, 'join-share', share.id);
  const pass = readPass(fields.get('pass'));
  const again = pass === null ? null : await seatAgain(context, share, pass);
  const taken = again ?? (await newSeat(context, share));
  try {
    return await seated(context, share, taken);
  } catch (error) {
    if (again === null) await giveBack(context, taken.seat);
    throw error;
  }
};

/** A new seat that nobody learns of would stay taken for an hour; where this fails too, the sweep does it then. */
async function giveBack(context: FunctionContext, seat: SeatRow): Promise<void> {
  try {
    await removeListener(context, seat);
  } catch (error) {
    context.log({ level: 'warn', message: 'seat not given back', error: errorName(error) });
  }
}

async function seated(
  context: FunctionContext,
  share: ShareRow,
  { seat, pass }: TakenSeat,
): Promise<Seat> {
  const queue = await queueFor(context, share, seat.listener);
  await refuseOverMeanwhile(context, share, seat);
  const { url: queueUrl, arn } = queue;
  const credentials = await listenerCredentials(context, seat.listener, arn, share.expiresAt);
  const seats = await seatsOf(context, share.id);
  const listeners = seats.filter((other) => isTaken(other, context.now())).length;
  const { title: name, expiresAt } = share;
  const { region } = context.facts;
  return { pass, queueUrl, region, credentials, share: { name, expiresAt, listeners } };
}

async function queueFor(
  context: FunctionContext,
  share: ShareRow,
  listener: string,
): Promise<ListenerQueue> {
  try {
    return await ensureListenerQueue(context, share, listener);
  } catch (error) {
    if (isNamed(error, 'FilterPolicyLimitExceeded')) throw tooManyFiltered();
    if (isNamed(error, 'NotFound')) throw ownerGone();
    throw error;
  }
}

/**
 * A link that was revoked since the call began has had its listeners removed, perhaps before this one's queue was
 * there: so it is looked at once more, now that whoever revokes it finds the seat.
 */
async function refuseOverMeanwhile(
  context: FunctionContext,
  share: ShareRow,
  seat: SeatRow,
): Promise<void> {
  const now = await findShare(context, share);
  try {
    refuseOver(now, context.now());
  } catch (error) {
    await removeListener(context, seat);
    throw error;
  }
}
