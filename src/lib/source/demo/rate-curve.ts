/** How often something happens over time: seconds from the start, and times a second. Straight lines between. */
export type RateCurve = readonly (readonly [seconds: number, perSecond: number])[];

/** The rate at a time in milliseconds from the start; 0 before the curve's first point and from its last on. */
export function rateAt(curve: RateCurve, atMs: number): number {
  const at = atMs / 1000;
  const next = curve.findIndex(([seconds]) => seconds > at);
  const [from, to] = [curve[next - 1], curve[next]];
  if (!from || !to) return 0;
  return from[1] + ((to[1] - from[1]) * (at - from[0])) / (to[0] - from[0]);
}

/** The highest rate of a curve, times a second. */
export function peakOf(curve: RateCurve): number {
  return Math.max(...curve.map(([, rate]) => rate));
}
