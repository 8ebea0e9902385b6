import type { Pixels } from './layout';

/** How finely marks are told apart, and how large they are drawn. */
export interface MarkGrain {
  /** Marks closer than this, in one row of a lane, are drawn as one. */
  readonly binPixels: Pixels;
  readonly rows: number;
  /** 1 for a mark's own size. */
  readonly size: number;
}

const FINE: MarkGrain = { binPixels: 6, rows: 8, size: 1 };
const COARSE: MarkGrain = { binPixels: 14, rows: 5, size: 0.75 };

/** Marks per pixel of width from which a drawing turns coarse, and below which it turns fine again. */
const CROWDED = 3;
const ROOMY = 2;

/** The grain for so many marks in so much width; it keeps to the grain before between the two bounds. */
export function markGrain(marks: number, width: Pixels, before: MarkGrain = FINE): MarkGrain {
  const density = marks / Math.max(1, width);
  if (density > CROWDED) return COARSE;
  return density < ROOMY ? FINE : before;
}
