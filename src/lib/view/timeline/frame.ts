import { SLOTS_PER_BAR, SLOT_SECONDS } from '$lib/core/compose/slot';
import type { Seconds } from '$lib/core/score/note';
import type { Cluster } from '$lib/core/timeline/cluster';
import type { Mark } from '$lib/core/timeline/mark';
import type { Listening } from '$lib/session/listening';
import type { Accepts } from '../event-filter';
import type { Layout, Pixels } from './layout';
import type { MarkGrain } from './mark-grain';
import type { Palette } from './palette';

export const BAR_SECONDS: Seconds = SLOTS_PER_BAR * SLOT_SECONDS;

/** Everything one drawing of the score needs. */
export interface Frame {
  readonly pen: CanvasRenderingContext2D;
  readonly layout: Layout;
  readonly palette: Palette;
  /** The score time at the now line, or at the right end where the score stands in the past. */
  readonly edge: Seconds;
  /** What is heard at this moment. */
  readonly now: Seconds;
  /** The left end. */
  readonly from: Seconds;
  readonly spanSeconds: Seconds;
  readonly pixelsPerSecond: number;
  /** Whether the right end is now, with the next bar beyond it. */
  readonly following: boolean;
  readonly listening: Listening;
  /** How coarse the marks are merged. */
  readonly grain: MarkGrain;
  readonly clusters: readonly Cluster[];
  readonly accepts: Accepts;
  readonly selected: Mark | null;
  readonly hovered: Mark | null;
}

/** Where a score time lies. Right of now it is the next bar that is shown, not to the same scale. */
export function xOf(frame: Frame, at: Seconds): Pixels {
  const { layout, edge } = frame;
  if (at <= edge || !frame.following) return layout.nowX - (edge - at) * frame.pixelsPerSecond;
  return layout.nowX + ((at - edge) / BAR_SECONDS) * (layout.width - layout.nowX);
}

/** The score time at a place. */
export function timeAt(frame: Frame, x: Pixels): Seconds {
  const { layout, edge } = frame;
  if (x <= layout.nowX || !frame.following) return edge - (layout.nowX - x) / frame.pixelsPerSecond;
  return edge + ((x - layout.nowX) / (layout.width - layout.nowX)) * BAR_SECONDS;
}

/** The last score time that is drawn. */
export function lastTime(frame: Frame): Seconds {
  return timeAt(frame, frame.layout.width);
}

/** Sets the interface's font. */
export function setFont({ pen, palette }: Frame, size: Pixels, weight: 400 | 500 | 600): void {
  pen.font = `${weight} ${size}px ${palette.font}`;
}
