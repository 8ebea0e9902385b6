const PITCHES = ['C', 'D♭', 'D', 'E♭', 'E', 'F', 'F♯', 'G', 'A♭', 'A', 'B♭', 'B'];

/** A note's name with its octave, MIDI 60 being C4: `D4`, `A♭5`. */
export function noteName(midi: number): string {
  return `${pitchName(midi)}${Math.floor(midi / 12) - 1}`;
}

/** A note's name without its octave. */
export function pitchName(midi: number): string {
  return PITCHES[((midi % 12) + 12) % 12] ?? '';
}
