/** A second-order filter's coefficients, a0 being 1. */
interface Biquad {
  readonly b: readonly [number, number, number];
  readonly a: readonly [number, number];
}

/** K-weighting at 48 kHz (ITU-R BS.1770-5, tables 1 and 2): the head's shelf, then the low cut. */
const SHELF: Biquad = {
  b: [1.53512485958697, -2.69169618940638, 1.19839281085285],
  a: [-1.69065929318241, 0.73248077421585],
};
const LOW_CUT: Biquad = { b: [1, -2, 1], a: [-1.99004745483398, 0.99007225036621] };
const OFFSET_LU = -0.691;

function filtered(samples: Float32Array, { b, a }: Biquad): Float32Array {
  const out = new Float32Array(samples.length);
  let [x1, x2, y1, y2] = [0, 0, 0, 0];
  for (let i = 0; i < samples.length; i++) {
    const x = samples[i] ?? 0;
    const y = b[0] * x + b[1] * x1 + b[2] * x2 - a[0] * y1 - a[1] * y2;
    [x2, x1, y2, y1] = [x1, x, y1, y];
    out[i] = y;
  }
  return out;
}

/**
 * The loudness of a whole piece in LUFS (ITU-R BS.1770-5), ungated.
 *
 * @param channels left and right, at 48 kHz
 */
export function loudness(channels: readonly Float32Array[]): number {
  const power = channels
    .map((samples) => filtered(filtered(samples, SHELF), LOW_CUT))
    .reduce((sum, weighted) => sum + weighted.reduce((s, y) => s + y * y, 0) / weighted.length, 0);
  return OFFSET_LU + 10 * Math.log10(power);
}
