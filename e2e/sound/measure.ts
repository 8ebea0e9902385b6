import { loudness } from '../../bench/loudness';

/** What a rendered piece shows to someone who cannot hear it. */
export interface Measures {
  /** The greatest sample of both channels. */
  readonly peak: number;
  readonly finite: boolean;
  /** Power of both channels together in dBFS, one value each tenth of a second. */
  readonly levels: readonly number[];
  /** The mean power of the whole in dBFS. */
  readonly level: number;
  /** Its loudness in LUFS. */
  readonly lufs: number;
}

const SILENCE = 1e-15;

export function measure(piece: AudioBuffer): Measures {
  const channels = [piece.getChannelData(0), piece.getChannelData(1)];
  const step = piece.sampleRate / 10;
  const starts = Array.from({ length: Math.floor(piece.length / step) }, (_, i) => i * step);
  return {
    peak: Math.max(...channels.map(peakOf)),
    finite: channels.every((samples) => samples.every(Number.isFinite)),
    levels: starts.map((from) => power(channels, from, from + step)),
    level: power(channels, 0, piece.length),
    lufs: loudness(channels),
  };
}

function peakOf(samples: Float32Array): number {
  return samples.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
}

function power(channels: readonly Float32Array[], from: number, to: number): number {
  const sums = channels.map((samples) =>
    samples.subarray(from, to).reduce((sum, x) => sum + x * x, 0),
  );
  return 10 * Math.log10(sums.reduce((sum, x) => sum + x, SILENCE) / (to - from));
}
