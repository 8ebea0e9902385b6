/** How long the model's day lasts. */
export const DAY_MS = 240_000;

/** When visitors come: seconds from midnight of the model's day, and visits a second. Straight lines between. */
const VISITS = [
  [0, 0],
  [20, 0.02],
  [56, 0.03],
  [64, 0.4],
  [80, 0.9],
  [95, 1.1],
  [125, 1.1],
  [165, 1.1],
  [185, 1],
  [205, 0.6],
  [222, 0.25],
  [240, 0.05],
] as const;

/** The highest rate of visits in the day, a second. */
export const BUSIEST = Math.max(...VISITS.map(([, rate]) => rate));

/** Visits a second at a time in milliseconds from the day's start. */
export function visitsPerSecond(atMs: number): number {
  const at = atMs / 1000;
  const next = VISITS.findIndex(([seconds]) => seconds > at);
  const [from, to] = [VISITS[next - 1], VISITS[next]];
  if (!from || !to) return 0;
  return from[1] + ((to[1] - from[1]) * (at - from[0])) / (to[0] - from[0]);
}
