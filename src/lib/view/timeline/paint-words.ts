import type { Measure } from './fit-text';
import { setFont, type Frame } from './frame';
import type { Pixels } from './layout';

/** What is said, strong words first, and between them so much room. */
export interface PaintedWords {
  readonly strong: string;
  readonly dim: string;
  readonly gap: Pixels;
}

/** Measures words as they are painted; asks the canvas once for each text. */
export function measureOf(frame: Frame): Measure {
  const known = new Map<string, Pixels>();
  return (text, weight) => {
    const key = `${weight} ${text}`;
    let width = known.get(key);
    if (width === undefined) {
      setFont(frame, 12, weight);
      width = frame.pen.measureText(text).width;
      known.set(key, width);
    }
    return width;
  };
}

/** Strong words, then dim ones, from a point on their base line. */
export function paintWords(frame: Frame, words: PaintedWords, x: Pixels, y: Pixels): void {
  const { pen, palette } = frame;
  pen.textAlign = 'left';
  setFont(frame, 12, 500);
  pen.fillStyle = palette.ink;
  pen.fillText(words.strong, x, y);
  const after = x + pen.measureText(words.strong).width + words.gap;
  setFont(frame, 12, 400);
  pen.fillStyle = palette.ink3;
  pen.fillText(words.dim, after, y);
}
