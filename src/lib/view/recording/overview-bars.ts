import type { Plan } from '$lib/session/listening';

/** One bar of the overview: its height and, at its foot, the share of bad news, each 0 to 1. */
export interface OverviewBar {
  readonly all: number;
  readonly bad: number;
}

/** Merges the parts of an overview into at most so many bars; the highest bar is 1. */
export function overviewBars(parts: Plan['overview'], most: number): readonly OverviewBar[] {
  const count = Math.max(1, Math.min(parts.length, Math.floor(most)));
  const sums = Array.from({ length: count }, () => ({ all: 0, bad: 0, parts: 0 }));
  parts.forEach(({ events, bad }, index) => {
    const sum = sums[Math.floor((index * count) / parts.length)];
    if (!sum) return;
    sum.all += events;
    sum.bad += bad;
    sum.parts += 1;
  });
  const rates = sums.map((sum) => ({ all: sum.all / sum.parts, bad: sum.bad / sum.parts }));
  const peak = Math.max(...rates.map(({ all }) => all));
  if (!(peak > 0)) return rates.map(() => ({ all: 0, bad: 0 }));
  return rates.map(({ all, bad }) => ({ all: all / peak, bad: bad / peak }));
}
