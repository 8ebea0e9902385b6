import type { ListenerPass } from '../../../src/lib/core/cloud/calls';
import type { FunctionContext } from '../../functions/context';
import { readFields } from '../../functions/payload';
import { invalid } from '../../functions/refusal';
import { renewSeat, seatsOf, takeSeat, type SeatRow } from '../../functions/sharing/seat-row';
import type { ShareRow } from '../../functions/sharing/share-row';
import { digestOf, isSecretOf, newListenerId, newToken } from '../../functions/sharing/token';
import { allSeatsTaken, notYourPass } from './refusals';

/** A seat, and the pass that renews it. */
export interface TakenSeat {
  readonly seat: SeatRow;
  readonly pass: ListenerPass;
}

const MAX_SECRET_CHARS = 100;

/**
 * Reads the pass of a listener who comes back; null where there is none.
 *
 * @throws {Refusal} `invalid` where it is not a pass.
 */
export function readPass(value: unknown): ListenerPass | null {
  if (value === undefined) return null;
  const fields = readFields(value, ['id', 'secret']);
  const [id, secret] = [fields.get('id'), fields.get('secret')];
  const isPass =
    typeof id === 'string' &&
    /^[0-9a-f]{32}$/.test(id) &&
    typeof secret === 'string' &&
    secret.length <= MAX_SECRET_CHARS;
  if (!isPass) throw invalid('That is not the pass of a listener.', 'Join without a pass.');
  return { id, secret };
}

/** The seat of a listener who comes back with their pass; null where it was given up meanwhile. */
export async function seatAgain(
  context: FunctionContext,
  share: ShareRow,
  pass: ListenerPass,
): Promise<TakenSeat | null> {
  const seats = await seatsOf(context, share.id);
  const seat = seats.find(({ listener }) => listener === pass.id);
  if (seat === undefined) return null;
  if (!isSecretOf(pass.secret, seat.secretDigest)) throw notYourPass();
  return (await renewSeat(context, seat)) ? { seat, pass } : null;
}

/**
 * A seat for a new listener.
 *
 * @throws {Refusal} `full` where all are taken.
 */
export async function newSeat(context: FunctionContext, share: ShareRow): Promise<TakenSeat> {
  const pass = { id: newListenerId(context, share.id), secret: newToken(context) };
  const seat = await takeSeat(context, share, pass.id, digestOf(pass.secret));
  if (seat === null) throw allSeatsTaken(share);
  return { seat, pass };
}
