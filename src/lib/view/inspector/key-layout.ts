/** Semitones above C that are black. */
const BLACK = new Set([1, 3, 6, 8, 10]);

export interface PianoKey {
  readonly midi: number;
  readonly isBlack: boolean;
  /** From the left, in widths of a white key. */
  readonly left: number;
}

/** Whether a MIDI note is a black key. */
export function isBlackKey(midi: number): boolean {
  return BLACK.has(((midi % 12) + 12) % 12);
}

/**
 * The keys from one C to the next C but so many, that hold all notes given: two octaves at least, white
 * keys first so that black ones are painted over them.
 */
export function keyLayout(notes: readonly number[]): readonly PianoKey[] {
  const lowest = Math.min(...notes, 127);
  const highest = Math.max(...notes, 0);
  const first = Math.floor(Math.min(lowest, highest) / 12) * 12;
  const octaves = Math.max(2, Math.ceil((highest - first + 1) / 12));
  const keys: PianoKey[] = [];
  let whites = 0;
  for (let midi = first; midi < first + octaves * 12; midi++) {
    const isBlack = isBlackKey(midi);
    keys.push({ midi, isBlack, left: isBlack ? whites - 0.3 : whites });
    if (!isBlack) whites++;
  }
  return [...keys.filter((key) => !key.isBlack), ...keys.filter((key) => key.isBlack)];
}
