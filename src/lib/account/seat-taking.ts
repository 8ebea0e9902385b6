import type { CallError, Calls } from '$lib/core/cloud/calls';
import { SeatRefusedError, type TakeSeat } from '$lib/source/shared/seat';
import { RefusedCallError } from './function-caller';
import type { SeatPass } from './seat-pass';

/** Calls `join-share` as a guest. */
export type JoinShare = (
  input: Calls['join-share']['input'],
) => Promise<Calls['join-share']['value']>;

const REFUSALS: Readonly<Partial<Record<CallError['code'], SeatRefusedError['refusal']>>> = {
  expired: 'share-expired',
  revoked: 'share-revoked',
  full: 'share-full',
  'not-found': 'share-unknown',
};

/** What `join-share` says of a pass that is none, or somebody else's. */
const OF_PASS: ReadonlySet<CallError['code']> = new Set(['invalid', 'not-allowed']);

function refusalOf(thrown: unknown): unknown {
  const refusal = thrown instanceof RefusedCallError ? REFUSALS[thrown.refusal] : undefined;
  if (refusal === undefined || !(thrown instanceof RefusedCallError)) return thrown;
  return new SeatRefusedError(refusal, thrown.message, thrown.resolution);
}

function isOfPass(thrown: unknown): boolean {
  return thrown instanceof RefusedCallError && OF_PASS.has(thrown.refusal);
}

/** Takes a seat by the link's token, and the same one again by its pass. One question at a time. */
export function seatTaking(token: string, pass: SeatPass, join: JoinShare): TakeSeat {
  async function take() {
    const kept = await pass.get();
    const seat = await join({ token, ...(kept && { pass: kept }) }).catch((thrown: unknown) => {
      if (!kept || !isOfPass(thrown)) throw refusalOf(thrown);
      pass.forget();
      return join({ token }).catch((again: unknown) => {
        throw refusalOf(again);
      });
    });
    pass.keep(seat.pass);
    return seat;
  }

  let asking: ReturnType<TakeSeat> | null = null;
  return () => {
    asking ??= take().finally(() => (asking = null));
    return asking;
  };
}
