import type { Annotation } from '$lib/session/listening';
import { durationWords } from '../words/duration';
import { setFont, xOf, type Frame } from './frame';
import { laneMiddle, lanesBottom, type Pixels } from './layout';
import { paintShape } from './paint-shape';

const BRACKET_Y: Pixels = 27;
/** A deploy's box with words, and with its triangle alone. */
const LEAST_BOX: Pixels = 46;
const TRIANGLE_BOX: Pixels = 17;
const LEAST_WORDS: Pixels = 24;

function words(
  frame: Frame,
  strong: string,
  dim: string,
  x: Pixels,
  y: Pixels,
  limit: Pixels,
): void {
  if (limit - x < LEAST_WORDS) return;
  const { pen, palette } = frame;
  pen.save();
  pen.beginPath();
  pen.rect(x - 2, y - 14, limit - x, 20);
  pen.clip();
  pen.textAlign = 'left';
  pen.lineJoin = 'round';
  pen.lineWidth = 4;
  pen.strokeStyle = palette.sheet;
  setFont(frame, 12, 500);
  pen.strokeText(strong, x, y);
  pen.fillStyle = palette.ink;
  pen.fillText(strong, x, y);
  const after = x + pen.measureText(strong).width + 4;
  setFont(frame, 12, 400);
  pen.strokeText(dim, after, y);
  pen.fillStyle = palette.ink3;
  pen.fillText(dim, after, y);
  pen.restore();
}

function dotted(
  frame: Frame,
  x: Pixels,
  top: Pixels,
  dash: readonly number[],
  colour: string,
): void {
  const { pen } = frame;
  pen.strokeStyle = colour;
  pen.lineWidth = 1;
  pen.setLineDash([...dash]);
  pen.beginPath();
  pen.moveTo(Math.round(x) + 0.5, top);
  pen.lineTo(Math.round(x) + 0.5, lanesBottom(frame.layout));
  pen.stroke();
  pen.setLineDash([]);
}

/** The bracket over an alarm, its dotted ends, and the bar in the alarms' lane. */
function paintAlarm(frame: Frame, alarm: Annotation): void {
  const { pen, palette, layout } = frame;
  const end = Math.min(alarm.to ?? frame.edge, frame.edge);
  const right = xOf(frame, end);
  const start = xOf(frame, alarm.from);
  const left = Math.max(-4, start);
  pen.strokeStyle = palette.bad;
  pen.lineWidth = 1.5;
  pen.beginPath();
  pen.moveTo(left, BRACKET_Y + 17);
  pen.lineTo(left, BRACKET_Y);
  pen.lineTo(right, BRACKET_Y);
  if (alarm.to !== null) pen.lineTo(right, BRACKET_Y + 17);
  pen.stroke();
  if (start >= 0) dotted(frame, start, BRACKET_Y + 17, [2, 3], palette.bad);
  if (alarm.to !== null) dotted(frame, right, BRACKET_Y + 17, [2, 3], palette.bad);
  pen.fillStyle = palette.bad;
  pen.fillRect(left, laneMiddle(layout, 'alarms') - 1.5, right - left, 3);
}

/** A deploy's box gives way to the tab of the now line. */
function endOfBoxes({ layout, following }: Frame): Pixels {
  if (!following) return layout.width;
  return layout.nowX - (layout.compact ? 26 : 56);
}

/** Labels end here: what is beyond now has its own caption. */
function endOfHeard({ layout, following }: Frame): Pixels {
  return following ? layout.nowX - 6 : layout.width;
}

function nameAlarm(frame: Frame, alarm: Annotation, from: Pixels): Pixels {
  const { pen, palette } = frame;
  const left = Math.max(from, xOf(frame, alarm.from), 0);
  const until = alarm.to ?? frame.now;
  const length = frame.layout.compact ? '' : `for ${durationWords(until - alarm.from)}`;
  const ink = { colour: palette.bad, behind: palette.sheet, hollow: false, dashed: false };
  paintShape(pen, 'cross', left + 13, BRACKET_Y + 10, 4.6, ink);
  words(frame, `${alarm.label} in ALARM`, length, left + 25, BRACKET_Y + 14, endOfHeard(frame));
  setFont(frame, 12, 500);
  return left + 33 + pen.measureText(`${alarm.label} in ALARM ${length}`).width;
}

/** A boxed label with a line through all lanes. */
function paintDeploy(frame: Frame, deploy: Annotation, limit: Pixels): void {
  const { pen, palette, layout } = frame;
  const x = xOf(frame, deploy.from);
  dotted(frame, x, 24, [1, 3], palette.ink3);
  setFont(frame, 12, 500);
  const full = 28 + pen.measureText(`Deploy ${deploy.label}`).width + 8;
  const room = Math.min(full, limit - x + 5);
  const width = room < LEAST_BOX ? TRIANGLE_BOX : room;
  pen.fillStyle = palette.sheet;
  pen.strokeStyle = palette.ink3;
  pen.beginPath();
  pen.roundRect(Math.round(x) - 8.5, 3.5, width, 20, 2);
  pen.fill();
  pen.stroke();
  const ink = {
    colour: palette.families.delivery,
    behind: palette.sheet,
    hollow: false,
    dashed: false,
  };
  paintShape(pen, 'triangle', x, 14.5, 5, ink);
  if (width === TRIANGLE_BOX) return;
  words(frame, 'Deploy', deploy.label, x + 10, 18, Math.min(x + width - 12, layout.width));
}

function isInView({ from, edge }: Frame, { from: start, to, kind }: Annotation): boolean {
  const end = kind === 'deploy' ? start : (to ?? edge);
  return end >= from && start <= edge;
}

/** Deploys above, alarm brackets below them. A label gives way to the one after it. */
export function paintAnnotations(frame: Frame): void {
  const seen = frame.listening.annotations.filter((each) => isInView(frame, each));
  const alarms = seen.filter(({ kind }) => kind === 'alarm');
  for (const alarm of alarms) paintAlarm(frame, alarm);
  const deploys = seen.filter(({ kind }) => kind === 'deploy');
  deploys.forEach((deploy, index) => {
    const next = deploys[index + 1];
    paintDeploy(frame, deploy, next ? xOf(frame, next.from) - 12 : endOfBoxes(frame));
  });
  let free = 0;
  for (const alarm of alarms) {
    const end = xOf(frame, Math.min(alarm.to ?? frame.edge, frame.edge));
    if (alarm.to === null || end > free + 20) free = nameAlarm(frame, alarm, free);
  }
}
