import { FAMILIES } from '$lib/core/event/family';
import type { Frame } from './frame';
import { xOf } from './frame';
import { laneMiddle, lanesBottom, type Pixels } from './layout';

function horizontal(frame: Frame, ys: readonly Pixels[], colour: string): void {
  const { pen, layout } = frame;
  pen.strokeStyle = colour;
  pen.lineWidth = 1;
  pen.beginPath();
  for (const y of ys) {
    const crisp = Math.round(y) - 0.5;
    pen.moveTo(0, crisp);
    pen.lineTo(layout.width, crisp);
  }
  pen.stroke();
}

/** The staves, the lines between lanes, and the next bar with its beats. */
export function paintGround(frame: Frame): void {
  const { layout, palette } = frame;
  if (frame.following) paintNextBar(frame);
  const staff = FAMILIES.flatMap((lane) =>
    [-2, -1, 0, 1, 2].map((line) => laneMiddle(layout, lane) + line * layout.staffGap + 0.5),
  );
  horizontal(frame, staff, palette.staff);
  const bounds = Array.from(
    { length: FAMILIES.length + 1 },
    (_, i) => layout.top + i * layout.laneHeight,
  );
  horizontal(frame, bounds, palette.rule);
  paintBeforeStart(frame);
}

/** Left of the score's first moment there is no score: bare paper, no staves that would look like silence. */
function paintBeforeStart(frame: Frame): void {
  const { pen, layout, palette } = frame;
  const start = Math.min(xOf(frame, 0), layout.nowX);
  if (start <= 0) return;
  pen.fillStyle = palette.paper;
  pen.fillRect(0, layout.top, start, lanesBottom(layout) - layout.top);
  pen.fillStyle = palette.ruleStrong;
  pen.fillRect(Math.round(start) - 1, layout.top, 1, lanesBottom(layout) - layout.top);
}

function paintNextBar({ pen, layout, palette }: Frame): void {
  const { nowX, width, top } = layout;
  const height = lanesBottom(layout) - top;
  pen.fillStyle = palette.well;
  pen.fillRect(nowX, top, width - nowX, height);
  pen.fillStyle = palette.rule;
  for (const beat of [1, 2, 3]) {
    pen.fillRect(Math.round(nowX + (beat * (width - nowX)) / 4), top, 1, height);
  }
}
