import type { Frame } from './frame';
import type { Pixels } from './layout';

/** A dotted upright line between two heights. */
export function paintDotted(
  frame: Frame,
  x: Pixels,
  top: Pixels,
  bottom: Pixels,
  { dash, colour }: { readonly dash: readonly number[]; readonly colour: string },
): void {
  const { pen } = frame;
  pen.strokeStyle = colour;
  pen.lineWidth = 1;
  pen.setLineDash([...dash]);
  pen.beginPath();
  pen.moveTo(Math.round(x) + 0.5, top);
  pen.lineTo(Math.round(x) + 0.5, bottom);
  pen.stroke();
  pen.setLineDash([]);
}
