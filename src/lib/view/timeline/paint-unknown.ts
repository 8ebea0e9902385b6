import { durationWords } from '../words/duration';
import { shortClock } from '../words/clock';
import { setFont, xOf, type Frame } from './frame';
import { lanesBottom, type Pixels } from './layout';

const HATCH_GAP: Pixels = 7;
/** From here on the beginning is told, not the length. */
const LONG_SECONDS = 600;

function hatch(frame: Frame, left: Pixels, right: Pixels): void {
  const { pen, layout, palette } = frame;
  const bottom = lanesBottom(layout);
  const height = bottom - layout.top;
  pen.save();
  pen.beginPath();
  pen.rect(left, layout.top, right - left, height);
  pen.clip();
  pen.strokeStyle = palette.ruleStrong;
  pen.lineWidth = 1;
  pen.beginPath();
  const anchor = Math.floor((left - height) / HATCH_GAP) * HATCH_GAP;
  for (let x = anchor; x < right; x += HATCH_GAP) {
    pen.moveTo(x, bottom);
    pen.lineTo(x + height, layout.top);
  }
  pen.stroke();
  pen.restore();
}

function caption(frame: Frame, words: string, left: Pixels, right: Pixels): void {
  const { pen, layout, palette } = frame;
  setFont(frame, 12, 400);
  const width = pen.measureText(words).width + 12;
  if (right - left < width + 8) return;
  const top = lanesBottom(layout) - 26;
  pen.fillStyle = palette.sheet;
  pen.strokeStyle = palette.rule;
  pen.lineWidth = 1;
  pen.beginPath();
  pen.roundRect(left + 5.5, top + 0.5, width, 20, 3);
  pen.fill();
  pen.stroke();
  pen.fillStyle = palette.ink3;
  pen.textAlign = 'left';
  pen.fillText(words, left + 11.5, top + 14.5);
}

/** What we do not know is hatched: it must not look like silence. */
export function paintUnknown(frame: Frame): void {
  for (const { from, to } of frame.listening.unknownSpans) {
    const end = Math.min(to ?? frame.edge, frame.edge);
    if (end < frame.from || from > frame.edge) continue;
    const left = Math.max(0, xOf(frame, from));
    const right = xOf(frame, end);
    const seconds = (to ?? frame.now) - from;
    hatch(frame, left, right);
    const since = `since ${shortClock(frame.listening.wallAt(from))}`;
    const words =
      seconds > LONG_SECONDS && to === null ? since : `${durationWords(seconds)} unknown`;
    caption(frame, words, left, right);
  }
}

/** Whether we know nothing of this moment. */
export function isUnknownNow(frame: Frame): boolean {
  return frame.listening.unknownSpans.some(({ to }) => to === null);
}
