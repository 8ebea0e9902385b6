import type { Seconds } from '$lib/core/score/note';

/** A stretch of the score; its end is not part of it. */
export interface Interval {
  readonly from: Seconds;
  readonly to: Seconds;
}

/** The stretches that any of the intervals covers, in order, none touching another. */
export function unionOf(intervals: readonly Interval[]): readonly Interval[] {
  const union: Interval[] = [];
  for (const { from, to } of [...intervals].sort((a, b) => a.from - b.from)) {
    const last = union.at(-1);
    if (last && from <= last.to) union[union.length - 1] = { ...last, to: Math.max(last.to, to) };
    else union.push({ from, to });
  }
  return union;
}

/** What is left of an interval, in order, when others are cut out of it. */
export function without(whole: Interval, cuts: readonly Interval[]): readonly Interval[] {
  return cuts.reduce<readonly Interval[]>(
    (parts, cut) =>
      parts.flatMap(({ from, to }) =>
        [
          { from, to: Math.min(to, cut.from) },
          { from: Math.max(from, cut.to), to },
        ].filter((part) => part.from < part.to),
      ),
    whole.from < whole.to ? [whole] : [],
  );
}
