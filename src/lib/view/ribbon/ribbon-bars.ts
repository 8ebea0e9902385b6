import type { Seconds } from '$lib/core/score/note';
import type { MarkWindow } from '$lib/core/timeline/mark-window';

/** The last hour in bars, ready to be drawn as three paths. */
export interface RibbonBars {
  /** Events per second, one a bar, oldest first. */
  readonly rates: readonly number[];
  readonly badRates: readonly number[];
  readonly from: Seconds;
  readonly barSeconds: Seconds;
  readonly peak: number;
  /** When the peak was; null when nothing happened. */
  readonly peakAt: Seconds | null;
  /** Over the last ten seconds. */
  readonly present: number;
}

const PRESENT_SECONDS: Seconds = 10;

/** Events of the bars, the last of them only as far as now: what waits beyond now has not been heard. */
function countBars(
  marks: MarkWindow,
  from: Seconds,
  now: Seconds,
  barSeconds: Seconds,
  bars: number,
) {
  const lastFrom = from + (bars - 1) * barSeconds;
  const whole = marks.rates(from, lastFrom, bars - 1);
  const last = marks.rates(lastFrom, now, 1);
  return {
    all: [...whole.all, ...last.all],
    bad: [...whole.bad, ...last.bad],
    lastSeconds: Math.max(1, now - lastFrom),
  };
}

/** Rates over a span of time that ends now. Bars stand on whole multiples of their length, so they do not shimmer. */
export function ribbonBars(
  marks: MarkWindow,
  now: Seconds,
  span: Seconds,
  bars: number,
): RibbonBars {
  const barSeconds = span / bars;
  const from = (Math.floor(now / barSeconds) + 1) * barSeconds - span;
  const { all, bad, lastSeconds } = countBars(marks, from, now, barSeconds, bars);
  const perSecond = (count: number, index: number) =>
    count / (index === bars - 1 ? lastSeconds : barSeconds);
  const rates = all.map(perSecond);
  const peak = Math.max(0, ...rates);
  const recent = marks.rates(now - PRESENT_SECONDS, now, 1).all[0] ?? 0;
  return {
    rates,
    badRates: bad.map(perSecond),
    from,
    barSeconds,
    peak,
    peakAt: peak > 0 ? from + rates.indexOf(peak) * barSeconds : null,
    present: recent / Math.min(PRESENT_SECONDS, Math.max(1, now)),
  };
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
