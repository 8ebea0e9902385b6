import type { EpochMs } from '$lib/core/event/aws-event';
import type { Seconds } from '$lib/core/score/note';
import { axisBottom, type AxisScale } from 'd3-axis';
import { select } from 'd3-selection';
import { timeTicks } from 'd3-time';
import { timeFormat } from 'd3-time-format';

/** What the axis needs to know of the score. */
export interface AxisSpan {
  readonly from: Seconds;
  readonly to: Seconds;
  readonly pixelsPerSecond: number;
  readonly wallAt: (at: Seconds) => EpochMs;
  /** How many times faster than the score the wall clock runs: 1 unless it is a recording's. */
  readonly speed?: number;
}

const LEAST_TICK_PIXELS = 110;

/** A label closer to the right end would be cut. */
const LABEL_ROOM_PIXELS = 28;
/** Spans up to this many seconds name their seconds too. */
const SECONDS_SHOWN_UP_TO: Seconds = 300;

/** A round time of the wall clock, and where it stands on the score. */
export interface ClockTick {
  readonly wall: Date;
  readonly at: Seconds;
}

/** The parts of a span, oldest first, in which the wall clock runs evenly: between them are pauses. */
function unbroken(span: AxisSpan): readonly Pick<AxisSpan, 'from' | 'to'>[] {
  const { from, to, pixelsPerSecond, wallAt, speed = 1 } = span;
  const lostMs = wallAt(to) - wallAt(from) - (to - from) * 1000 * speed;
  if (Math.abs(lostMs) < Math.max(1, speed)) return [{ from, to }];
  if ((to - from) * pixelsPerSecond < 1) return [];
  const middle = (from + to) / 2;
  return [...unbroken({ ...span, to: middle }), ...unbroken({ ...span, from: middle })];
}

/**
 * The wall clock's round times within a span, each with its score time, oldest first. Times inside a pause are
 * left out; the step between times is the one that suits the span without its pauses.
 */
export function clockTicks(span: AxisSpan): readonly ClockTick[] {
  const { pixelsPerSecond, wallAt, speed = 1 } = span;
  const lengthSeconds = span.to - span.from;
  const count = Math.max(1, (lengthSeconds * pixelsPerSecond) / LEAST_TICK_PIXELS);
  const ticks = unbroken(span).flatMap(({ from, to }) => {
    const end = wallAt(to);
    const start = end - lengthSeconds * 1000 * speed;
    return timeTicks(new Date(start), new Date(end), count)
      .map((wall) => ({ wall, at: to - (end - wall.getTime()) / 1000 / speed }))
      .filter(({ at }) => at >= from);
  });
  const least = (LEAST_TICK_PIXELS * 0.6) / pixelsPerSecond;
  let kept = -Infinity;
  return ticks.filter(({ at }) => {
    if (at - kept < least) return false;
    kept = at;
    return true;
  });
}

const hasSeconds = ({ wall }: ClockTick) => wall.getSeconds() > 0;
const toTime = { seconds: timeFormat('%H:%M:%S'), minutes: timeFormat('%H:%M') };
const toDay = timeFormat('%-d %b');
const toYear = timeFormat('%Y');

/** The label of each tick of a recording: the time of day, and the day or the year where one begins. */
export function recordedTickWords(ticks: readonly ClockTick[]): readonly string[] {
  const format = ticks.some(hasSeconds) ? toTime.seconds : toTime.minutes;
  return ticks.map(({ wall }) => {
    const isMidnight = wall.getHours() + wall.getMinutes() + wall.getSeconds() === 0;
    if (!isMidnight) return format(wall);
    return wall.getMonth() === 0 && wall.getDate() === 1 ? toYear(wall) : toDay(wall);
  });
}

function tickWords(span: AxisSpan, ticks: readonly ClockTick[]): readonly string[] {
  if (span.speed !== undefined) return recordedTickWords(ticks);
  const isLong = span.to - span.from > 2 * SECONDS_SHOWN_UP_TO;
  const format = isLong ? toTime.minutes : toTime.seconds;
  return ticks.map(({ wall }) => format(wall));
}

/** The scale of what is in pixels already. One of d3-scale's would bring number formats and colours to the page. */
function pixels(from: number, to: number): AxisScale<number> {
  const scale: AxisScale<number> = Object.assign((x: number) => x, {
    domain: () => [from, to],
    range: () => [from, to],
    copy: () => scale,
  });
  return scale;
}

/**
 * Draws the axis into a group with D3, its lines reaching up through the lanes. The group's zero is the
 * score time `span.to`; moving the group scrolls the axis, so it is drawn anew only when time runs out.
 */
export function drawClockAxis(group: SVGGElement, span: AxisSpan, laneHeight: number): void {
  const ticks = clockTicks(span);
  const place = (at: Seconds) => (at - span.to) * span.pixelsPerSecond;
  const words = tickWords(span, ticks);
  const axis = axisBottom<number>(pixels(place(span.from), 0))
    .tickValues(ticks.map(({ at }) => place(at)))
    .tickFormat((x, index) => (x > -LABEL_ROOM_PIXELS ? '' : (words[index] ?? '')))
    .tickSizeInner(-laneHeight)
    .tickSizeOuter(0)
    .tickPadding(9);
  select(group).call(axis).select('.domain').remove();
}
