import type { Frame } from './frame';
import type { Pixels } from './layout';
import { isAnySounding, paintRings, RIPPLE_SECONDS } from './paint-rings';
import { fitCanvas, penOf } from './canvas-pen';

/** Room for the widest ring beside the outermost mark. */
const MARGIN: Pixels = 24;

/** Paints the rings, with every frame, on a narrow canvas of their own, so that the score itself can hold still. */
export class RingPainter {
  readonly #canvas: HTMLCanvasElement;
  readonly #pen: CanvasRenderingContext2D;
  #hadRings = false;

  constructor(canvas: HTMLCanvasElement) {
    this.#canvas = canvas;
    this.#pen = penOf(canvas);
  }

  /** Paints what sounds at this frame, or clears what sounded before. */
  paint(frame: Frame, still: boolean): void {
    const hasRings = isAnySounding(frame);
    if (!hasRings && !this.#hadRings) return;
    this.#hadRings = hasRings;
    const { layout, pixelsPerSecond } = frame;
    const left = Math.floor(layout.nowX - RIPPLE_SECONDS * pixelsPerSecond - MARGIN);
    const width = Math.ceil(layout.nowX + MARGIN - left);
    this.#canvas.style.left = `${left}px`;
    fitCanvas(this.#canvas, width, layout.height);
    this.#pen.setTransform(1, 0, 0, 1, 0, 0);
    this.#pen.clearRect(0, 0, this.#canvas.width, this.#canvas.height);
    this.#pen.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, -left * devicePixelRatio, 0);
    if (hasRings) paintRings({ ...frame, pen: this.#pen }, still);
  }
}
