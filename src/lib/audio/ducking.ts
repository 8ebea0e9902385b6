import type { Seconds, Voice } from '$lib/core/score/note';
import { gainOf, type Decibels } from './decibels';

/** How far the routine steps back for a voice, and for how long before it comes up again. */
export interface Duck {
  readonly depth: Decibels;
  readonly hold: Seconds;
}

const DOWN: Seconds = 0.03;
const UP: Seconds = 0.8;

/** Error, alarm and deploy; the depth is the pad's. */
const DUCKS = new Map<Voice, Duck>([
  ['minor', { depth: 5, hold: 0.7 }],
  ['alarm', { depth: 6, hold: 1.1 }],
  ['major', { depth: 3, hold: 0.8 }],
]);

/** What a note of this voice asks of the routine; undefined for routine voices. */
export function duckFor(voice: Voice): Duck | undefined {
  return DUCKS.get(voice);
}

/** The part of `AudioParam` that a fader needs. */
export interface Automation {
  cancelScheduledValues(from: Seconds): unknown;
  setValueAtTime(value: number, at: Seconds): unknown;
  linearRampToValueAtTime(value: number, at: Seconds): unknown;
}

interface Dip {
  /** The gain it left, and when. */
  readonly from: number;
  readonly startsAt: Seconds;
  readonly bottom: number;
  readonly holdUntil: Seconds;
}

/**
 * A group's fader under ducking: 30 ms down, held, 0.8 s up. It knows its own gain at any time, so that a dip may begin
 * inside another without a step; `cancelAndHoldAtTime` would do the same, but Firefox has none.
 */
export class DuckingFader {
  #dip: Dip | null = null;

  /** @param share the part of a duck's depth that this group takes, 0 to 1. */
  constructor(
    private readonly gain: Automation,
    private readonly share: number,
  ) {}

  /** Schedules a dip from `at` on. A dip that one under way already covers changes nothing. */
  duck(duck: Duck, at: Seconds): void {
    const bottom = gainOf(-duck.depth * this.share);
    const dip = { from: this.at(at), startsAt: at, bottom, holdUntil: at + duck.hold };
    const last = this.#dip;
    if (!last || at >= last.holdUntil) this.#start(dip);
    else if (bottom < last.bottom || dip.holdUntil > last.holdUntil) this.#start(merge(last, dip));
  }

  /** The gain at a time not before the last dip began. */
  at(time: Seconds): number {
    const dip = this.#dip;
    if (!dip || time <= dip.startsAt) return dip?.from ?? 1;
    if (time < dip.startsAt + DOWN) return mix(dip.from, dip.bottom, (time - dip.startsAt) / DOWN);
    if (time <= dip.holdUntil) return dip.bottom;
    return mix(dip.bottom, 1, Math.min(1, (time - dip.holdUntil) / UP));
  }

  #start(dip: Dip): void {
    this.gain.cancelScheduledValues(dip.startsAt);
    this.gain.linearRampToValueAtTime(dip.from, dip.startsAt);
    this.gain.linearRampToValueAtTime(dip.bottom, dip.startsAt + DOWN);
    this.gain.setValueAtTime(dip.bottom, dip.holdUntil);
    this.gain.linearRampToValueAtTime(1, dip.holdUntil + UP);
    this.#dip = dip;
  }
}

function merge(last: Dip, next: Dip): Dip {
  return {
    from: next.from,
    startsAt: Math.max(next.startsAt, last.startsAt),
    bottom: Math.min(next.bottom, last.bottom),
    holdUntil: Math.max(next.holdUntil, last.holdUntil),
  };
}

function mix(from: number, to: number, share: number): number {
  return from + (to - from) * share;
}
