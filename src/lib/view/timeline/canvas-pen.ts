import type { Pixels } from './layout';

/** The 2D context of a canvas. */
export function penOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('This browser gives no 2D canvas.');
  return pen;
}

/** Gives a canvas a size in CSS pixels. Setting its own pixels clears it, so only when they differ. */
export function fitCanvas(canvas: HTMLCanvasElement, width: Pixels, height: Pixels): void {
  const across = Math.round(width * devicePixelRatio);
  const down = Math.round(height * devicePixelRatio);
  if (canvas.width === across && canvas.height === down) return;
  canvas.width = across;
  canvas.height = down;
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
}
