import type { HarmonySpan } from '$lib/session/listening';
import { setFont, xOf, type Frame } from './frame';
import { without, type Interval } from './intervals';
import type { Pixels } from './layout';

const STRIP_HEIGHT: Pixels = 18;
/** Filled for the bright modes, an outline for the dark ones. */
const BRIGHT: ReadonlySet<string> = new Set(['lydian', 'ionian', 'mixolydian']);

function paintPart(frame: Frame, span: HarmonySpan, part: Interval, top: Pixels): void {
  const { pen, palette } = frame;
  const left = Math.max(-4, xOf(frame, part.from)) + 1;
  const right = xOf(frame, part.to) - 1;
  if (right - left < 1) return;
  pen.beginPath();
  if (BRIGHT.has(span.mode)) {
    pen.roundRect(left, top, right - left, STRIP_HEIGHT, 2);
    pen.fillStyle = palette.well;
    pen.fill();
  } else {
    pen.roundRect(left + 0.5, top + 0.5, right - left - 1, STRIP_HEIGHT - 1, 2);
    pen.strokeStyle = palette.ruleStrong;
    pen.lineWidth = 1;
    pen.stroke();
  }
  const words = `${span.tonic} ${span.mode}, ${span.word}`;
  const start = Math.max(left, 0) + 7;
  if (right - start < pen.measureText(words).width) return;
  pen.fillStyle = palette.ink2;
  pen.fillText(words, start, top + 13);
}

/** The parts of a span that can be seen: it stops where we know nothing. */
function knownParts(
  { edge, from }: Frame,
  span: HarmonySpan,
  unknown: readonly Interval[],
): readonly Interval[] {
  const to = Math.min(span.to ?? edge, edge);
  return to < from ? [] : without({ from: span.from, to }, unknown);
}

/** Key and mood above the lanes, as far as they are known. */
export function paintHarmony(frame: Frame): void {
  const top = frame.layout.harmonyTop;
  if (top === null) return;
  setFont(frame, 11, 500);
  frame.pen.textAlign = 'left';
  const { harmonySpans, unknownSpans } = frame.listening;
  const unknown = unknownSpans.map(({ from, to }) => ({ from, to: to ?? Infinity }));
  for (const span of harmonySpans) {
    for (const part of knownParts(frame, span, unknown)) paintPart(frame, span, part, top);
  }
  if (!frame.following) return;
  setFont(frame, 11, 400);
  frame.pen.fillStyle = frame.palette.ink3;
  frame.pen.fillText('next bar', frame.layout.nowX + 10, top + 13);
}
