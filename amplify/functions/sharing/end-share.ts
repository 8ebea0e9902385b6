import type { FunctionContext } from '../context';
import type { TopicSubscriptions } from '../place/topic-subscriptions';
import { removeListenerQueue, subscriptionsBeside } from './listener-queue';
import { freeSeat, seatsOf, type SeatRow } from './seat-row';

/** So many at once, so that a hundred listeners are gone within seconds and SNS throttles nobody. */
const AT_ONCE = 10;

/**
 * Removes the queues, subscriptions and seats of all listeners of a share, whether they are still there or not. The
 * share must be marked as revoked, or be over, before: then nobody can come in meanwhile and stay.
 */
export async function removeListeners(context: FunctionContext, shareId: string): Promise<void> {
  const seats = await seatsOf(context, shareId);
  const [first] = seats;
  if (first === undefined) return;
  const known = subscriptionsBeside(context, first);
  for (let from = 0; from < seats.length; from += AT_ONCE)
    await Promise.all(
      seats.slice(from, from + AT_ONCE).map((seat) => removeListener(context, seat, known)),
    );
}

/** The seat's row goes last: what dies half-way is found and ended by the next try. */
export async function removeListener(
  context: FunctionContext,
  seat: SeatRow,
  known?: TopicSubscriptions,
): Promise<void> {
  await removeListenerQueue(context, seat, known);
  await freeSeat(context, seat);
}
