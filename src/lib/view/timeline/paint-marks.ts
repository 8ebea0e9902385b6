import type { Cluster } from '$lib/core/timeline/cluster';
import { isBad } from '$lib/core/timeline/shape';
import { xOf, setFont, type Frame } from './frame';
import { markRadius, markY, type Pixels } from './layout';
import { paintShape, shapeRadius } from './paint-shape';
import { markColour } from './palette';

/** How faint a mark gets that the filter leaves out. */
const FILTERED_ALPHA = 0.14;
/** From so many events on, a cluster carries its count. */
const LEAST_COUNT = 4;
const COUNT_ROOM: Pixels = 72;

/** A cluster with the place it is drawn at. */
export interface Placed {
  readonly cluster: Cluster;
  readonly x: Pixels;
  readonly y: Pixels;
  readonly radius: Pixels;
}

/** Where a cluster is drawn. */
export function placeCluster(frame: Frame, cluster: Cluster): Placed {
  const { layout } = frame;
  const radius = markRadius(cluster.mark.velocity, layout.compact) * frame.grain.size;
  return {
    cluster,
    x: xOf(frame, cluster.at),
    y: markY(layout, cluster.lane, cluster.place),
    radius: shapeRadius(cluster.shape, radius),
  };
}

function isStacked({ cluster }: Placed): boolean {
  return cluster.marks > 1 || cluster.events > 1;
}

function paintMark(frame: Frame, placed: Placed): void {
  const { pen, palette } = frame;
  const { cluster, x, y, radius } = placed;
  const waiting = cluster.at > frame.now;
  const ink = {
    colour: markColour(palette, cluster.lane, cluster.shape),
    behind: waiting ? palette.well : palette.sheet,
    hollow: cluster.hollow || waiting,
    dashed: cluster.mark.disposition === 'unreadable',
  };
  pen.globalAlpha = frame.accepts(cluster.mark) ? 1 : FILTERED_ALPHA;
  if (isStacked(placed) && cluster.shape === 'circle')
    paintShape(pen, cluster.shape, x + 2.4, y - 1.6, radius, ink);
  paintShape(pen, cluster.shape, x, y, radius, ink);
  pen.globalAlpha = 1;
}

/** The line after a mark whose note goes on. */
function paintHeld(frame: Frame, { cluster, x, y, radius }: Placed): void {
  const end = xOf(frame, Math.min(cluster.end, frame.edge));
  if (end - x < radius * 2 + 2 || cluster.hollow) return;
  const { pen, palette } = frame;
  pen.strokeStyle = markColour(palette, cluster.lane, cluster.shape);
  pen.lineWidth = 2;
  pen.beginPath();
  pen.moveTo(x, y);
  pen.lineTo(end, y);
  pen.stroke();
}

/** Whether a mark lies where another's count would stand. */
function isUnderCount(mark: Placed, counted: Placed): boolean {
  const middle = counted.x + counted.radius + 16;
  return Math.abs(mark.x - middle) < 20 && Math.abs(mark.y - counted.y) < 14;
}

/** Counts worth a label: the largest first, none near another of its lane or over bad news. */
function labelled(
  frame: Frame,
  placed: readonly Placed[],
  bad: readonly Placed[],
): readonly Placed[] {
  const worthy = placed.filter(
    ({ cluster }) =>
      cluster.events >= LEAST_COUNT && cluster.at <= frame.now && frame.accepts(cluster.mark),
  );
  worthy.sort((a, b) => b.cluster.events - a.cluster.events || a.x - b.x);
  const chosen = new Map<string, Placed[]>();
  return worthy.filter((each) => {
    const others = chosen.get(each.cluster.lane) ?? [];
    if (others.some(({ x }) => Math.abs(x - each.x) < COUNT_ROOM)) return false;
    if (bad.some((mark) => mark !== each && isUnderCount(mark, each))) return false;
    chosen.set(each.cluster.lane, [...others, each]);
    return true;
  });
}

/** Counts stand beside their marks. */
function paintCounts(frame: Frame, placed: readonly Placed[], bad: readonly Placed[]): void {
  const { pen, palette } = frame;
  setFont(frame, 11, 500);
  pen.textAlign = 'left';
  pen.lineJoin = 'round';
  pen.lineWidth = 3;
  pen.strokeStyle = palette.sheet;
  pen.fillStyle = palette.ink;
  for (const { cluster, x, y, radius } of labelled(frame, placed, bad)) {
    pen.strokeText(`×${cluster.events}`, x + radius + 5, y + 4);
    pen.fillText(`×${cluster.events}`, x + radius + 5, y + 4);
  }
}

/** Paints all marks, severity last, so that nothing covers it. */
export function paintMarks(frame: Frame): void {
  const placed = frame.clusters.map((cluster) => placeCluster(frame, cluster));
  const routine = placed.filter(({ cluster }) => !isBad(cluster.shape));
  const bad = placed.filter(({ cluster }) => isBad(cluster.shape));
  for (const each of placed) paintHeld(frame, each);
  for (const each of routine) paintMark(frame, each);
  paintCounts(frame, placed, bad);
  for (const each of bad) if (each.cluster.shape === 'diamond') paintMark(frame, each);
  for (const each of bad) if (each.cluster.shape === 'cross') paintMark(frame, each);
}
