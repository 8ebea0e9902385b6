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
const COUNT_ROOM: Pixels = 34;

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
  const radius = markRadius(cluster.mark.velocity, layout.compact);
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

/** Counts stand beside their marks where there is room; none is drawn over another. */
function paintCounts(frame: Frame, placed: readonly Placed[]): void {
  const { pen, palette } = frame;
  const taken = new Map<string, Pixels>();
  setFont(frame, 11, 500);
  pen.textAlign = 'left';
  pen.lineJoin = 'round';
  pen.lineWidth = 3;
  pen.strokeStyle = palette.sheet;
  pen.fillStyle = palette.ink;
  for (const { cluster, x, y, radius } of placed) {
    if (cluster.events < LEAST_COUNT || !frame.accepts(cluster.mark)) continue;
    const row = `${cluster.lane} ${Math.round(y / 12)}`;
    if (x < (taken.get(row) ?? 0)) continue;
    taken.set(row, x + COUNT_ROOM);
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
  paintCounts(frame, placed);
  for (const each of bad) if (each.cluster.shape === 'diamond') paintMark(frame, each);
  for (const each of bad) if (each.cluster.shape === 'cross') paintMark(frame, each);
}
