import type { Seconds } from '$lib/core/score/note';

/** One sounding or scheduled note of a voice. */
export interface Sounding {
  readonly startsAt: Seconds;
  /** When the last of its tail is gone. */
  readonly endsAt: Seconds;
  /** 0 to 1, at its start. */
  readonly velocity: number;
}

/** Whether a voice has room for one more note, and at whose cost. */
export type Room<S extends Sounding> =
  | { readonly kind: 'free' }
  | { readonly kind: 'steal'; readonly victim: S }
  | { readonly kind: 'refused' };

/** A note this young is never stolen: cutting an attack is heard as a click. */
export const PROTECTED: Seconds = 0.03;

/**
 * Finds room for a note that starts at `at` in a voice that may sound `cap` notes at once: a free unit, else the
 * quietest, among equals the one that ends first, but never one that began within 30 ms.
 * @param fall the time in which the voice falls by 20 dB; Infinity for a held voice.
 */
export function makeRoom<S extends Sounding>(
  sounding: readonly S[],
  cap: number,
  at: Seconds,
  fall: Seconds,
): Room<S> {
  const busy = sounding.filter((note) => note.endsAt > at);
  if (busy.length < cap) return { kind: 'free' };
  const victim = busy
    .filter((note) => note.startsAt <= at - PROTECTED)
    .toSorted((a, b) => level(a, at, fall) - level(b, at, fall) || a.endsAt - b.endsAt)[0];
  return victim ? { kind: 'steal', victim } : { kind: 'refused' };
}

/** How loud a note still is, 0 to 1. */
function level(note: Sounding, at: Seconds, fall: Seconds): number {
  return note.velocity * 10 ** ((note.startsAt - at) / fall);
}
