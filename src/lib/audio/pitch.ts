/** The frequency in Hz of a MIDI note number in equal temperament, A4 = 69 = 440 Hz. */
export function frequencyOf(midi: number): number {
  return 440 * 2 ** ((midi - 69) / 12);
}
