import type { Seconds } from '$lib/core/score/note';
import type { MarkWindow } from '$lib/core/timeline/mark-window';

/** The last hour in bars, ready to be drawn as three paths. */
export interface RibbonBars {
  /** Events per second, one a bar, oldest first. */
  readonly rates: Float64Array;
  readonly badRates: Float64Array;
  readonly from: Seconds;
  readonly barSeconds: Seconds;
  readonly peak: number;
  /** When the peak was; null when nothing happened. */
  readonly peakAt: Seconds | null;
  /** Over the last ten seconds. */
  readonly present: number;
}

const PRESENT_SECONDS: Seconds = 10;

/** Rates over a span of time that ends now. Bars stand on whole multiples of their length, so they do not shimmer. */
export function ribbonBars(
  marks: MarkWindow,
  now: Seconds,
  span: Seconds,
  bars: number,
): RibbonBars {
  const barSeconds = span / bars;
  const to = Math.ceil(now / barSeconds) * barSeconds;
  const from = to - span;
  const { all, bad } = marks.rates(from, to, bars);
  const rates = all.map(
    (count, index) => count / Math.min(barSeconds, Math.max(1, now - from - index * barSeconds)),
  );
  const badRates = bad.map((count, index) =>
    all[index] ? ((rates[index] ?? 0) * count) / (all[index] ?? 1) : 0,
  );
  const peak = rates.reduce((most, rate) => Math.max(most, rate), 0);
  const present =
    (marks.rates(now - PRESENT_SECONDS, now, 1).all[0] ?? 0) /
    Math.min(PRESENT_SECONDS, Math.max(1, now));
  const peakAt = peak > 0 ? from + rates.indexOf(peak) * barSeconds : null;
  return { rates, badRates, from, barSeconds, peak, peakAt, present };
}

/** A path of bars on a baseline; bars of no height are left out. */
export function barPath(
  heights: readonly number[],
  left: (index: number) => number,
  width: number,
  baseline: number,
): string {
  let path = '';
  heights.forEach((height, index) => {
    if (height > 0)
      path += `M${left(index).toFixed(1)} ${(baseline - height).toFixed(1)}h${width}V${baseline}h-${width}z`;
  });
  return path;
}
