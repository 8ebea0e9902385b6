import type { Cue, Motion } from '../mapping/cue';
import type { Voice } from '../score/note';
import { hashOf } from './hash';
import { HEIGHTS } from './pitch';
import { smoother } from './rate';
import { clamp } from './rounding';
import { SLOT_SECONDS } from './slot';

/** An event that has not sounded yet. */
export interface Pending {
  readonly id: string;
  /** 0 to 996, the resource's height in the register. */
  readonly height: number;
  readonly motion: Motion;
  /** The slot in which it was heard. */
  readonly slot: number;
}

/** How a line's notes are chosen: by pitch, or as one of the drums. */
export type Kind = 'tonal' | 'bass' | 'snare' | 'insert' | 'modify' | 'remove';

/** One source as the composer follows it: a service on its voice, and for the kit one line a drum. */
export interface Line {
  readonly name: string;
  readonly voice: Voice;
  readonly kind: Kind;
  /** 0 to 15, by the name's hash: where its groove pattern begins. */
  readonly rotation: number;
  /** Events per second, half-life 2.5 s. */
  readonly rate: number;
  /** Events per second, half-life 120 s. */
  readonly slowRate: number;
  /** For how long it has been active, less the time that it was silent. */
  readonly activeSeconds: number;
  readonly heardAt: number;
  /** The slot of its last note, which may lie a little ahead; −64 before the first. */
  readonly soundedAt: number;
  /** The slot of its last warning figure; −64 before the first. */
  readonly warnedAt: number;
  readonly foreground: boolean;
  /** Grows while in the foreground, so that others get their turn. */
  readonly fatigue: number;
  readonly pending: readonly Pending[];
}

export const LONG_AGO = -64;
const ACTIVE_SLOTS = 32;
const LONGEST_ACTIVE_SECONDS = 300;
const LONGEST_NAME = 48;

const fast = smoother(2.5);
const slow = smoother(120);

/** The voice that a cue is played by: an alarm's sound is kept for alarms, and the minor voice for errors. */
export function playedBy(cue: Cue): Voice {
  if (cue.voice === 'alarm' || cue.voice === 'drone') return 'glass';
  return cue.voice === 'minor' ? 'reed' : cue.voice;
}

function kindOf(voice: Voice, motion: Motion): Kind {
  if (voice === 'snare' || voice === 'bass') return voice;
  if (voice !== 'kit') return 'tonal';
  return motion === 'up' ? 'insert' : motion === 'down' ? 'remove' : 'modify';
}

/** The name of the line that a cue belongs to; long names are cut and told apart by their hash. */
export function lineName(cue: Cue): string {
  const voice = playedBy(cue);
  const drum = voice === 'kit' ? `/${kindOf(voice, cue.motion)}` : '';
  const { stream } = cue;
  const short =
    stream.length > LONGEST_NAME
      ? `${stream.slice(0, LONGEST_NAME)}~${String(hashOf(stream))}`
      : stream;
  return `${short}:${voice}${drum}`;
}

/** The line that begins with a cue. */
export function newLine(cue: Cue, name: string, index: number): Line {
  const voice = playedBy(cue);
  return {
    name,
    voice,
    kind: kindOf(voice, cue.motion),
    rotation: hashOf(name) % 16,
    rate: 0,
    slowRate: 0,
    activeSeconds: 0,
    heardAt: index,
    soundedAt: LONG_AGO,
    warnedAt: LONG_AGO,
    foreground: false,
    fatigue: 0,
    pending: [],
  };
}

/** A cue as it waits in its line. */
export function pendingOf(cue: Cue, index: number): Pending {
  return { id: cue.id, height: hashOf(cue.key) % HEIGHTS, motion: cue.motion, slot: index };
}

/** The line one slot on, with the number of its events in this slot. */
export function stepLine(line: Line, events: number, index: number): Line {
  const heardAt = events > 0 ? index : line.heardAt;
  const active = index - heardAt < ACTIVE_SLOTS;
  const change = active ? SLOT_SECONDS : -SLOT_SECONDS;
  return {
    ...line,
    rate: fast(line.rate, events),
    slowRate: slow(line.slowRate, events),
    activeSeconds: clamp(line.activeSeconds + change, 0, LONGEST_ACTIVE_SECONDS),
    heardAt,
  };
}

/** 0 to 1: how much more a line speaks now than in the last minutes. */
export function noveltyOf(line: Line): number {
  return clamp((Math.log2(1 + line.rate) - Math.log2(1 + line.slowRate)) / 2, 0, 1);
}

/** Whether a line is one of the drums, whose notes have no harmony. */
export function isPercussion(line: Line): boolean {
  return line.kind !== 'tonal' && line.kind !== 'bass';
}
