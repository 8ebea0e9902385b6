import type { EpochMs } from '$lib/core/event/aws-event';
import type { Seconds } from '$lib/core/score/note';
import { axisBottom, type AxisScale } from 'd3-axis';
import { scaleLinear, scaleTime } from 'd3-scale';
import { select } from 'd3-selection';
import { timeFormat } from 'd3-time-format';

/** What the axis needs to know of the score. */
export interface AxisSpan {
  readonly from: Seconds;
  readonly to: Seconds;
  readonly pixelsPerSecond: number;
  readonly wallAt: (at: Seconds) => EpochMs;
}

const LEAST_TICK_PIXELS = 110;

/** A label closer to the right end would be cut. */
const LABEL_ROOM_PIXELS = 28;
/** Spans up to this many seconds name their seconds too. */
const SECONDS_SHOWN_UP_TO: Seconds = 300;

/** The score time of a wall clock; inside a pause, the moment it ended. `wallAt` never falls. */
export function scoreTimeOf(wall: EpochMs, { from, to, wallAt }: AxisSpan): Seconds {
  let low = from;
  let high = to;
  for (let halving = 0; halving < 32; halving++) {
    const middle = (low + high) / 2;
    if (wallAt(middle) < wall) low = middle;
    else high = middle;
  }
  return high;
}

/** The wall clock's round times within a span, each with its score time; a pause swallows those inside it. */
export function clockTicks(
  span: AxisSpan,
): readonly { readonly wall: Date; readonly at: Seconds }[] {
  const count = Math.max(1, ((span.to - span.from) * span.pixelsPerSecond) / LEAST_TICK_PIXELS);
  const walls = scaleTime()
    .domain([span.wallAt(span.from), span.wallAt(span.to)])
    .ticks(count);
  const ticks = walls.map((wall) => ({ wall, at: scoreTimeOf(wall.getTime(), span) }));
  const least = (LEAST_TICK_PIXELS * 0.6) / span.pixelsPerSecond;
  let kept = -Infinity;
  return ticks.filter(({ at }) => {
    if (at - kept < least) return false;
    kept = at;
    return true;
  });
}

/**
 * Draws the axis into a group with D3, its lines reaching up through the lanes. The group's zero is the
 * score time `span.to`; moving the group scrolls the axis, so it is drawn anew only when time runs out.
 */
export function drawClockAxis(group: SVGGElement, span: AxisSpan, laneHeight: number): void {
  const ticks = clockTicks(span);
  const place = scaleLinear()
    .domain([span.from, span.to])
    .range([(span.from - span.to) * span.pixelsPerSecond, 0]);
  const format = timeFormat(span.to - span.from > 2 * SECONDS_SHOWN_UP_TO ? '%H:%M' : '%H:%M:%S');
  const times = new Map(ticks.map(({ wall, at }) => [wall.getTime(), at]));
  const scale = ((wall: Date) => place(times.get(wall.getTime()) ?? span.to)) as AxisScale<Date>;
  scale.domain = () => ticks.map(({ wall }) => wall);
  scale.range = () => place.range();
  scale.copy = () => scale;
  const axis = axisBottom<Date>(scale)
    .tickValues(ticks.map(({ wall }) => wall))
    .tickFormat((wall) => ((scale(wall) ?? 0) > -LABEL_ROOM_PIXELS ? '' : format(wall)))
    .tickSizeInner(-laneHeight)
    .tickSizeOuter(0)
    .tickPadding(9);
  select(group).call(axis).select('.domain').remove();
}
