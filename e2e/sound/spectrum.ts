/** One partial of a sound. */
export interface Partial {
  readonly hz: number;
  readonly amplitude: number;
}

/** The partials of one frame: local maxima above a share of the greatest, placed between the bins by a parabola. */
export function partials(
  frame: Float32Array,
  sampleRate: number,
  leastShare: number,
): readonly Partial[] {
  const sizes = magnitudes(frame);
  const least = leastShare * sizes.reduce((most, x) => Math.max(most, x), 0);
  const found: Partial[] = [];
  for (let bin = 2; bin < sizes.length - 2; bin++) {
    const [before, here, after] = [sizes[bin - 1]!, sizes[bin]!, sizes[bin + 1]!];
    if (here <= before || here < after || here <= least) continue;
    const [a, b, c] = [before, here, after].map((x) => Math.log(x + 1e-12)) as [
      number,
      number,
      number,
    ];
    const shift = (0.5 * (a - c)) / (a - 2 * b + c);
    const hz = ((bin + shift) * sampleRate) / frame.length;
    found.push({ hz, amplitude: Math.exp(b - 0.25 * (a - c) * shift) });
  }
  return found;
}

/** The amplitude spectrum of a Blackman-windowed frame whose length is a power of two; a full-scale sine gives 1. */
function magnitudes(frame: Float32Array): Float64Array {
  const n = frame.length;
  const real = Float64Array.from(frame, (x, i) => x * blackman(i / n));
  const imag = new Float64Array(n);
  transform(real, imag);
  return Float64Array.from(
    { length: n / 2 },
    (_, i) => Math.hypot(real[i]!, imag[i]!) / (0.21 * n),
  );
}

function blackman(place: number): number {
  return 0.42 - 0.5 * Math.cos(2 * Math.PI * place) + 0.08 * Math.cos(4 * Math.PI * place);
}

/** Cooley and Tukey's transform (1965), in place. */
function transform(real: Float64Array, imag: Float64Array): void {
  reorder(real);
  for (let size = 2; size <= real.length; size *= 2)
    for (let from = 0; from < real.length; from += size)
      for (let k = 0; k < size / 2; k++)
        butterfly(real, imag, from + k, size / 2, (-2 * Math.PI * k) / size);
}

function butterfly(
  real: Float64Array,
  imag: Float64Array,
  low: number,
  half: number,
  angle: number,
): void {
  const high = low + half;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const re = real[high]! * cos - imag[high]! * sin;
  const im = real[high]! * sin + imag[high]! * cos;
  real[high] = real[low]! - re;
  imag[high] = imag[low]! - im;
  real[low]! += re;
  imag[low]! += im;
}

/** Bit-reversed order; the imaginary part is all zero and needs none. */
function reorder(real: Float64Array): void {
  const bits = Math.log2(real.length);
  for (let i = 0; i < real.length; i++) {
    let j = 0;
    for (let bit = 0; bit < bits; bit++) j |= ((i >> bit) & 1) << (bits - 1 - bit);
    if (j > i) [real[i], real[j]] = [real[j]!, real[i]!];
  }
}
