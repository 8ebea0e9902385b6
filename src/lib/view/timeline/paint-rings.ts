import type { Seconds } from '$lib/core/score/note';
import { placeInLane } from '$lib/core/timeline/lane-place';
import type { Mark } from '$lib/core/timeline/mark';
import { BAR_SECONDS, xOf, type Frame } from './frame';
import { markRadius, markY } from './layout';
import { markColour } from './palette';

/** A sounding mark ripples for two beats. */
export const RIPPLE_SECONDS: Seconds = BAR_SECONDS / 2;

/** Calls back for every mark that sounds now, or still ripples. */
export function eachSounding(
  { listening, now }: Pick<Frame, 'listening' | 'now'>,
  visit: (mark: Mark, age: Seconds) => void,
): void {
  const { marks } = listening;
  for (let index = marks.firstFrom(now - RIPPLE_SECONDS); index < marks.length; index++) {
    const mark = marks.at(index);
    if (mark.at > now) return;
    if (mark.disposition === 'played' || mark.disposition === 'aggregated')
      visit(mark, now - mark.at);
  }
}

/** Whether any ring is to be drawn. */
export function isAnySounding(frame: Omit<Frame, 'clusters'>): boolean {
  if (!frame.following || frame.listening.sound !== 'playing') return false;
  let any = false;
  eachSounding(frame, () => (any = true));
  return any;
}

/** Thin rings around what sounds now. They widen and fade, or stand still where less motion is wanted. */
export function paintRings(frame: Frame, still: boolean): void {
  const { pen, layout, palette } = frame;
  pen.lineWidth = 1.25;
  eachSounding(frame, (mark, age) => {
    const progress = still ? 0.35 : age / RIPPLE_SECONDS;
    const radius = (markRadius(mark.velocity, layout.compact) + 3) * (0.6 + 1.1 * progress);
    pen.globalAlpha = 0.9 * (1 - progress);
    pen.strokeStyle = markColour(palette, mark.lane, mark.shape);
    pen.beginPath();
    pen.arc(
      xOf(frame, mark.at),
      markY(layout, mark.lane, placeInLane(mark.voice, mark.midi)),
      radius,
      0,
      2 * Math.PI,
    );
    pen.stroke();
  });
  pen.globalAlpha = 1;
}
