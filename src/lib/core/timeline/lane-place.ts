import { FAMILIES, type Family } from '../event/family';
import type { Voice } from '../score/note';

/** From the bottom (0) to the top (1) of something. */
export type Place = number;

/** MIDI notes of a register, and the part of the lane that it fills. */
interface Band {
  readonly low: number;
  readonly high: number;
  readonly floor: Place;
  readonly ceiling: Place;
}

function band(low: number, high: number, floor = 0.05, ceiling = 0.95): Band {
  return { low, high, floor, ceiling };
}

/** Registers of docs/music.md. Bass shares its lane with plucks and mallets, so it keeps to the foot of it. */
const BANDS: Readonly<Record<Voice, Band>> = {
  pluck: band(67, 84, 0.4),
  mallet: band(60, 77, 0.4),
  bass: band(33, 50, 0.05, 0.3),
  piano: band(57, 76),
  kit: band(41, 76),
  keys: band(50, 67),
  snare: band(36, 40),
  minor: band(52, 70),
  alarm: band(45, 76),
  drone: band(45, 76),
  major: band(62, 81),
  pad: band(43, 76),
  glass: band(76, 91),
  reed: band(55, 72),
};

/** Where a note stands in its lane: its pitch within its voice's register, held to the register's ends. */
export function placeInLane(voice: Voice, midi: number): Place {
  const { low, high, floor, ceiling } = BANDS[voice];
  const share = Math.min(1, Math.max(0, (midi - low) / (high - low)));
  return floor + share * (ceiling - floor);
}

/** A lane's number, counted from the top, from 0. */
export function laneIndex(lane: Family): number {
  return FAMILIES.indexOf(lane);
}

/** The lane so many below another (negative: above); the outermost lanes are the ends. */
export function laneBelow(lane: Family, steps: number): Family {
  const index = Math.min(FAMILIES.length - 1, Math.max(0, laneIndex(lane) + steps));
  return FAMILIES[index] ?? lane;
}
