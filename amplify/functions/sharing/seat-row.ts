import type { ShareListener } from '../../../src/lib/core/cloud/calls';
import type { EpochMs } from '../../../src/lib/core/event/aws-event';
import type { FunctionContext } from '../context';
import { seatKey, seatsKey } from '../table/keys';
import { numberOf, textOf, toSeconds, type Row } from '../table/row';
import { deleteRow, putRow, queryRows, setFields, type Item } from '../table/table';
import type { ShareRow } from './share-row';

/** The seat of one listener, as the table holds it. */
export interface SeatRow {
  /** 32 hexadecimal digits; the queue's name ends with them. */
  readonly listener: string;
  /** Which of the share's seats it is, counted from 0. */
  readonly seat: number;
  /** SHA-256 of the secret that the listener renews with. */
  readonly secretDigest: string;
  readonly joinedAt: EpochMs;
  readonly seenAt: EpochMs;
  readonly shareId: string;
  /** Where the share's own row is. */
  readonly person: string;
  readonly place: number;
}

/** Credentials last an hour and are renewed before; five minutes more, and nobody sits there any longer. */
export const SEAT_MS = 65 * 60 * 1000;
/** The row outlives its seat, so that the sweep can tell a seat that was left from a queue that is nobody's. */
const ROW_MS = 2 * SEAT_MS;

export const isTaken = (seat: SeatRow, now: EpochMs): boolean => seat.seenAt > now - SEAT_MS;

const keyOf = (seat: SeatRow) => seatKey(seat.shareId, seat.seat);

const toFields = (seat: SeatRow): Row => ({ ...seat, expires: toSeconds(seat.seenAt + ROW_MS) });

function toSeatRow(item: Item): SeatRow {
  return {
    listener: textOf(item, 'listener'),
    seat: numberOf(item, 'seat') ?? 0,
    secretDigest: textOf(item, 'secretDigest'),
    joinedAt: numberOf(item, 'joinedAt') ?? 0,
    seenAt: numberOf(item, 'seenAt') ?? 0,
    shareId: textOf(item, 'shareId'),
    person: textOf(item, 'person'),
    place: numberOf(item, 'place') ?? 0,
  };
}

/** All seats of a share that have a row, those that were left too. */
export async function seatsOf(
  context: FunctionContext,
  shareId: string,
): Promise<readonly SeatRow[]> {
  return (await queryRows(context, seatsKey(shareId), 'seat#')).map(toSeatRow);
}

export function toListener({ listener, joinedAt, seenAt }: SeatRow): ShareListener {
  return { id: listener.slice(0, 8), joinedAt, seenAt };
}

/**
 * Takes a free seat of a share for a listener; a seat that its listener has left is free too. However many come at
 * once, no seat is given twice: each is one row, taken under a condition.
 *
 * @returns the seat, or null where all are taken.
 */
export async function takeSeat(
  context: FunctionContext,
  share: ShareRow,
  listener: string,
  secretDigest: string,
): Promise<SeatRow | null> {
  const now = context.now();
  const seats = await seatsOf(context, share.id);
  const taken = new Set(seats.filter((one) => isTaken(one, now)).map(({ seat }) => seat));
  const { id: shareId, person, place } = share;
  for (const seat of openSeats(share.maxListeners, taken)) {
    const row = {
      ...{ listener, seat, secretDigest, shareId, person, place },
      ...{ joinedAt: now, seenAt: now },
    };
    const free = {
      expression: 'attribute_not_exists(pk) OR seenAt <= :left',
      values: { left: now - SEAT_MS },
    };
    if (await putRow(context, keyOf(row), toFields(row), free)) return row;
  }
  return null;
}

const openSeats = (count: number, taken: ReadonlySet<number>): readonly number[] =>
  Array.from({ length: count }, (_, seat) => seat).filter((seat) => !taken.has(seat));

/** Notes that a listener is still there; gives whether the seat was still theirs. */
export function renewSeat(context: FunctionContext, seat: SeatRow): Promise<boolean> {
  const seenAt = context.now();
  return setFields(
    context,
    keyOf(seat),
    { seenAt, expires: toSeconds(seenAt + ROW_MS) },
    { expression: 'listener = :listener', values: { listener: seat.listener } },
  );
}

/** Gives a seat up, unless somebody else has it by now. */
export function freeSeat(context: FunctionContext, seat: SeatRow): Promise<boolean> {
  return deleteRow(context, keyOf(seat), {
    expression: 'listener = :listener',
    values: { listener: seat.listener },
  });
}

/** Gives a seat up that was left; one that is renewed in this moment stays. Gives whether it was given up. */
export function freeLeftSeat(context: FunctionContext, seat: SeatRow): Promise<boolean> {
  return deleteRow(context, keyOf(seat), {
    expression: 'listener = :listener AND seenAt = :seenAt',
    values: { listener: seat.listener, seenAt: seat.seenAt },
  });
}
