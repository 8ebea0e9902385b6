/** One measured figure with its spread, beside its target. */
export interface Figure {
  readonly name: string;
  readonly unit: string;
  readonly target: { readonly atLeast: number } | { readonly atMost: number };
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly samples: number;
  /** What the value, low and high are: "median, min, max of 7 runs". */
  readonly spread: string;
}

/** The value below which a share of the samples lies, by the nearest rank. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const rank = Math.max(0, Math.ceil(share * sorted.length) - 1);
  return sorted[rank] ?? Number.NaN;
}

/** A figure whose value is the median of some runs. */
export function medianOf(
  name: string,
  unit: string,
  target: Figure['target'],
  runs: readonly number[],
): Figure {
  return {
    name,
    unit,
    target,
    value: quantile(runs, 0.5),
    low: Math.min(...runs),
    high: Math.max(...runs),
    samples: runs.length,
    spread: `median, min and max of ${runs.length} runs`,
  };
}

/** A figure whose value is one quantile of many samples, with the median and the largest beside it. */
export function quantileOf(
  name: string,
  unit: string,
  target: Figure['target'],
  samples: readonly number[],
  share: number,
): Figure {
  return {
    name,
    unit,
    target,
    value: quantile(samples, share),
    low: quantile(samples, 0.5),
    high: Math.max(...samples),
    samples: samples.length,
    spread: `p${share * 100}, p50 and max of ${samples.length} samples`,
  };
}

export function isMet({ target, value }: Figure): boolean {
  return 'atLeast' in target ? value >= target.atLeast : value <= target.atMost;
}
