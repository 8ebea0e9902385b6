import { FAMILIES } from '$lib/core/event/family';
import { laneIndex, type Place } from '$lib/core/timeline/lane-place';
import type { Family } from '$lib/core/event/family';

/** CSS pixels. */
export type Pixels = number;

/** Where the parts of the score lie, from its top left corner. */
export interface Layout {
  readonly width: Pixels;
  readonly height: Pixels;
  /** The top of the first lane. */
  readonly top: Pixels;
  readonly laneHeight: Pixels;
  readonly axisHeight: Pixels;
  /** Left of it is heard, right of it is not. */
  readonly nowX: Pixels;
  /** The strip of key and mood; null where there is no room for it. */
  readonly harmonyTop: Pixels | null;
  readonly staffGap: Pixels;
  readonly compact: boolean;
}

const ROOMY = { annotations: 46, harmony: 24, axis: 24, next: 80, lane: { least: 48, most: 96 } };
const COMPACT = { annotations: 52, harmony: 0, axis: 20, next: 42, lane: { least: 34, most: 64 } };

/** What stands above and below the lanes, in all. */
export function chromeHeight(compact: boolean): Pixels {
  const { annotations, harmony, axis } = compact ? COMPACT : ROOMY;
  return annotations + harmony + axis;
}

/** The height of a lane when the score may be so tall; within its bounds, in whole pixels. */
export function laneHeightFor(available: Pixels, compact: boolean): Pixels {
  const { lane } = compact ? COMPACT : ROOMY;
  const room = Math.floor((available - chromeHeight(compact)) / FAMILIES.length);
  return Math.min(lane.most, Math.max(lane.least, room));
}

/** Lays the score out. */
export function layOut(width: Pixels, laneHeight: Pixels, compact: boolean): Layout {
  const { annotations, harmony, axis, next } = compact ? COMPACT : ROOMY;
  const top = annotations + harmony;
  return {
    width,
    height: top + FAMILIES.length * laneHeight + axis,
    top,
    laneHeight,
    axisHeight: axis,
    nowX: Math.max(1, width - next),
    harmonyTop: harmony > 0 ? annotations + 2 : null,
    staffGap: Math.max(4, Math.floor(laneHeight / 7.75)),
    compact,
  };
}

/** Where the lanes end and the axis begins. */
export function lanesBottom(layout: Layout): Pixels {
  return layout.top + FAMILIES.length * layout.laneHeight;
}

/** The middle line of a lane. */
export function laneMiddle(layout: Layout, lane: Family): Pixels {
  return layout.top + (laneIndex(lane) + 0.5) * layout.laneHeight;
}

/** The height of a mark: its place in the lane, on a line of the staff or between two. */
export function markY(layout: Layout, lane: Family, place: Place): Pixels {
  const step = layout.staffGap / 2;
  return laneMiddle(layout, lane) - Math.round((place - 0.5) * 10) * step;
}

/** The lane at a height; null above and below the lanes. */
export function laneAt(layout: Layout, y: Pixels): Family | null {
  return FAMILIES[Math.floor((y - layout.top) / layout.laneHeight)] ?? null;
}

/** A mark's radius follows its velocity: 1.5 px for silence to 8.7 px for the loudest. */
export function markRadius(velocity: number, compact: boolean): Pixels {
  return 1.5 + velocity * (compact ? 6 : 7.2);
}
