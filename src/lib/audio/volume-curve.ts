/** How fast loudness grows with amplitude: 10 dB for each doubling (Stevens 1955, the sone scale). */
const AMPLITUDE_EXPONENT = 5 / 3;

/** Below this the ear finds nothing in a room: −60 dB. */
const LEAST_GAIN = 0.001;

/**
 * The amplitude factor for a slider's position, 0 (silent) to 1 (0 dB), so that half the way sounds half as loud.
 * The lowest audible position is −60 dB. Positions outside 0…1, and NaN, are brought inside.
 */
export function volumeGain(position: number): number {
  if (!(position > 0)) return 0;
  return Math.max(LEAST_GAIN, Math.min(1, position) ** AMPLITUDE_EXPONENT);
}
