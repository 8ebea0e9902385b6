/** Seconds from the start of the Score. */
export type Seconds = number;

/** Every instrument a note can be written for; `drone` is the alarm's held tail. */
export const VOICES = [
  'pluck',
  'piano',
  'bass',
  'kit',
  'snare',
  'minor',
  'alarm',
  'drone',
  'major',
  'pad',
  'mallet',
  'keys',
  'glass',
  'reed',
] as const;

export type Voice = (typeof VOICES)[number];

export interface Note {
  readonly time: Seconds;
  readonly duration: Seconds;
  /** MIDI note number, 0 to 127. */
  readonly midi: number;
  /** 0 (silent) to 1 (full), three decimals. */
  readonly velocity: number;
  readonly voice: Voice;
  /** −1 (left) to 1 (right). */
  readonly pan: number;
  /** The ids of the events that it stands for; empty for the pad and the drone. */
  readonly events: readonly string[];
}
