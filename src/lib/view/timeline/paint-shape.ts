import type { Shape } from '$lib/core/timeline/mark';
import type { Pixels } from './layout';

type Trace = (pen: CanvasRenderingContext2D, x: Pixels, y: Pixels, radius: Pixels) => void;

const TRACES: Readonly<Record<Shape, Trace>> = {
  circle(pen, x, y, radius) {
    pen.arc(x, y, radius, 0, 2 * Math.PI);
  },
  triangle(pen, x, y, radius) {
    const size = radius * 1.15;
    pen.moveTo(x, y - size);
    pen.lineTo(x + size * 1.02, y + size * 0.72);
    pen.lineTo(x - size * 1.02, y + size * 0.72);
    pen.closePath();
  },
  diamond(pen, x, y, radius) {
    const size = radius * 1.25;
    pen.moveTo(x, y - size);
    pen.lineTo(x + size, y);
    pen.lineTo(x, y + size);
    pen.lineTo(x - size, y);
    pen.closePath();
  },
  cross(pen, x, y, radius) {
    const size = radius * 0.85;
    pen.moveTo(x - size, y - size);
    pen.lineTo(x + size, y + size);
    pen.moveTo(x + size, y - size);
    pen.lineTo(x - size, y + size);
  },
};

/** Traces a mark's outline about a point; a cross is two strokes, the other shapes are closed. */
export function traceShape(
  pen: CanvasRenderingContext2D,
  shape: Shape,
  x: Pixels,
  y: Pixels,
  radius: Pixels,
): void {
  pen.beginPath();
  TRACES[shape](pen, x, y, radius);
}

export interface Ink {
  readonly colour: string;
  /** What lies behind; a pixel of it around each mark keeps overlaps apart. */
  readonly behind: string;
  readonly hollow: boolean;
  readonly dashed: boolean;
}

/** Bad news stays large enough to be seen, however soft its note. */
const LEAST_RADIUS: Readonly<Record<Shape, Pixels>> = {
  circle: 2,
  triangle: 3.4,
  diamond: 4.2,
  cross: 4.6,
};

/** The radius a shape is drawn with: small marks of a telling shape are lifted until it can be read. */
export function shapeRadius(shape: Shape, radius: Pixels): Pixels {
  return Math.max(LEAST_RADIUS[shape], radius);
}

function paintCross(pen: CanvasRenderingContext2D, radius: Pixels, ink: Ink): void {
  const width = Math.max(1.8, radius * 0.42);
  pen.lineCap = 'round';
  pen.strokeStyle = ink.behind;
  pen.lineWidth = width + 2.4;
  pen.stroke();
  pen.strokeStyle = ink.colour;
  pen.lineWidth = ink.hollow ? width * 0.6 : width;
  pen.stroke();
}

/** Paints one mark: filled when it sounded, an outline when not. */
export function paintShape(
  pen: CanvasRenderingContext2D,
  shape: Shape,
  x: Pixels,
  y: Pixels,
  radius: Pixels,
  ink: Ink,
): void {
  traceShape(pen, shape, x, y, radius);
  if (shape === 'cross') return paintCross(pen, radius, ink);
  pen.lineJoin = 'round';
  pen.fillStyle = ink.hollow ? ink.behind : ink.colour;
  pen.strokeStyle = ink.hollow ? ink.colour : ink.behind;
  pen.lineWidth = ink.hollow ? 1.4 : 1;
  if (ink.dashed) pen.setLineDash([2, 2.2]);
  pen.fill();
  pen.stroke();
  if (ink.dashed) pen.setLineDash([]);
}
