import type { FunctionContext } from '../context';
import { removeListenerQueue } from './listener-queue';
import { freeSeat, seatsOf, type SeatRow } from './seat-row';

/** So many at once, so that a hundred listeners are gone within seconds and SNS throttles nobody. */
const AT_ONCE = 10;

/**
 * Removes the queues, subscriptions and seats of all listeners of a share, whether they are still there or not. The
 * share must be marked as revoked, or be over, before: then nobody can come in meanwhile and stay.
 */
export async function removeListeners(context: FunctionContext, shareId: string): Promise<void> {
  const seats = await seatsOf(context, shareId);
  for (let first = 0; first < seats.length; first += AT_ONCE)
    await Promise.all(
      seats.slice(first, first + AT_ONCE).map((seat) => removeListener(context, seat)),
    );
}

/** The seat's row goes last: what dies half-way is found and ended by the next try. */
export async function removeListener(context: FunctionContext, seat: SeatRow): Promise<void> {
  await removeListenerQueue(context, seat);
  await freeSeat(context, seat);
}
