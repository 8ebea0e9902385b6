import type { Annotation } from '$lib/session/listening';
import { durationWords } from '../words/duration';
import { LABEL_GAP, LABEL_LEAD, type AlarmLabel, type NamedAlarm } from './alarm-labels';
import { xOf, type Frame } from './frame';
import { unionOf } from './intervals';
import { laneMiddle, lanesBottom, type Pixels } from './layout';
import { paintDotted } from './paint-dotted';
import { paintShape } from './paint-shape';
import { paintWords } from './paint-words';

const BRACKET_Y: Pixels = 27;
const BRACKET_HEIGHT: Pixels = 17;
/** Where the label rows begin: inside the bracket, and above it beside the deploys. */
const ROW_TOPS: readonly Pixels[] = [BRACKET_Y + 1, 4];
const ROW_HEIGHT: Pixels = 18;

/** Whether an alarm has not ended at the right end of the score. */
function isStanding({ edge }: Frame, { to }: Annotation): boolean {
  return to === null || to > edge;
}

/** A faint wash over the time that any alarm stands. */
export function paintAlarmWash(frame: Frame): void {
  const { pen, layout, palette, edge, listening } = frame;
  const alarms = listening.annotations.filter(({ kind }) => kind === 'alarm');
  const spans = alarms.map(({ from, to }) => ({ from, to: Math.min(to ?? edge, edge) }));
  pen.fillStyle = palette.badWash;
  for (const { from, to } of unionOf(spans.filter((span) => span.from < span.to))) {
    if (to < frame.from) continue;
    const left = Math.max(0, xOf(frame, from));
    pen.fillRect(left, layout.top, xOf(frame, to) - left, lanesBottom(layout) - layout.top);
  }
}

/** The bracket over an alarm, its dotted ends, and the bar in the alarms' lane. It ends at now while it stands. */
export function paintAlarm(frame: Frame, alarm: Annotation): void {
  const { pen, palette, layout, edge } = frame;
  const ended = !isStanding(frame, alarm);
  const right = xOf(frame, Math.min(alarm.to ?? edge, edge));
  const start = xOf(frame, alarm.from);
  const left = Math.max(-4, start);
  const foot = BRACKET_Y + BRACKET_HEIGHT;
  pen.strokeStyle = palette.bad;
  pen.lineWidth = 1.5;
  pen.lineCap = 'butt';
  pen.lineJoin = 'miter';
  pen.beginPath();
  pen.moveTo(left, foot);
  pen.lineTo(left, BRACKET_Y);
  pen.lineTo(right, BRACKET_Y);
  if (ended) pen.lineTo(right, foot);
  pen.stroke();
  const dots = { dash: [2, 3], colour: palette.bad };
  if (start >= 0) paintDotted(frame, start, foot, lanesBottom(layout), dots);
  if (ended) paintDotted(frame, right, foot, lanesBottom(layout), dots);
  pen.fillStyle = palette.bad;
  pen.fillRect(left, laneMiddle(layout, 'alarms') - 1.5, right - left, 3);
}

/** The alarms to be named: those that stand first, and the newest of them before the older. */
export function namedAlarms(frame: Frame, alarms: readonly Annotation[]): readonly NamedAlarm[] {
  const rank = (alarm: Annotation) => (isStanding(frame, alarm) ? 0 : 1);
  return [...alarms]
    .sort((a, b) => rank(a) - rank(b) || b.from - a.from)
    .map((alarm) => {
      const seconds = (alarm.to ?? frame.now) - alarm.from;
      return {
        start: xOf(frame, alarm.from),
        name: alarm.label,
        length: frame.layout.compact ? '' : `for ${durationWords(seconds)}`,
      };
    });
}

/** A cross and the alarm's name, on a ground that keeps brackets and lines out of the words. */
export function paintAlarmLabel(frame: Frame, label: AlarmLabel): void {
  const { pen, palette } = frame;
  const top = ROW_TOPS[label.row] ?? BRACKET_Y;
  pen.fillStyle = palette.sheet;
  pen.fillRect(label.left + 3, top, label.right - label.left - 4, ROW_HEIGHT);
  const ink = { colour: palette.bad, behind: palette.sheet, hollow: false, dashed: false };
  paintShape(pen, 'cross', label.left + 13, top + 9, 4.6, ink);
  paintWords(frame, { ...label, gap: LABEL_GAP }, label.left + LABEL_LEAD, top + 13);
}
