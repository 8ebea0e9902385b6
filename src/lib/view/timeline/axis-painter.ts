import type { Seconds } from '$lib/core/score/note';
import { drawClockAxis } from './clock-axis';
import type { Frame } from './frame';
import { lanesBottom, type Layout } from './layout';

/** Keeps the axis under the score: drawn anew once a second, moved in between. */
export class AxisPainter {
  readonly #group: SVGGElement;
  #drawnFor: readonly unknown[] = [];
  #drawnAt: Seconds = 0;

  constructor(group: SVGGElement) {
    this.#group = group;
  }

  paint(frame: Frame): void {
    const { layout, edge, pixelsPerSecond, following, listening } = frame;
    const wanted: readonly [Layout, number, number, unknown] = [
      layout,
      pixelsPerSecond,
      following ? Math.floor(edge) : edge,
      listening.player?.plan,
    ];
    if (!wanted.every((value, index) => value === this.#drawnFor[index])) {
      this.#drawnFor = wanted;
      this.#draw(frame);
    }
    const x = layout.nowX - (edge - this.#drawnAt) * pixelsPerSecond;
    this.#group.setAttribute('transform', `translate(${x.toFixed(1)} ${lanesBottom(layout)})`);
  }

  #draw({ layout, edge, from, pixelsPerSecond, listening }: Frame): void {
    this.#drawnAt = edge;
    const wallAt = (at: Seconds) => listening.wallAt(at);
    const speed = listening.player?.plan?.speed;
    const span = { from, to: edge, pixelsPerSecond, wallAt, ...(speed && { speed }) };
    drawClockAxis(this.#group, span, lanesBottom(layout) - layout.top);
  }
}
