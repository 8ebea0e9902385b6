import type { Disposition } from '$lib/core/score/score';
import type { Counts, Player } from './listening';

/** The counts that the page shows: every event once, by what became of it. */
export class Tally {
  #events: Record<Disposition, number> = {
    played: 0,
    aggregated: 0,
    suppressed: 0,
    muted: 0,
    duplicate: 0,
    unreadable: 0,
  };
  #notes = 0;

  count(disposition: Disposition): void {
    this.#events[disposition] += 1;
  }

  /** @param notes how many were handed to the sound */
  sounded(notes: number): void {
    this.#notes += notes;
  }

  /** `heard` counts the events that were read and are no duplicates. */
  get counts(): Counts {
    const { played, aggregated, suppressed, muted, duplicate, unreadable } = this.#events;
    return {
      heard: played + aggregated + suppressed + muted,
      notes: this.#notes,
      aggregated,
      suppressed,
      muted,
      duplicate,
      unreadable,
    };
  }
}

/** The counts of a session. What a recording has twice, or cannot be read in it, is known before it is heard. */
export function countsOf(counts: Counts, player: Pick<Player, 'facts'> | null): Counts {
  if (!player) return counts;
  const { duplicates, unreadable } = player.facts;
  return { ...counts, duplicate: duplicates, unreadable: unreadable.count };
}
