import type { Seconds } from '$lib/core/score/note';
import type { Cluster } from '$lib/core/timeline/cluster';
import { createClusterCache, type ClusterCache } from '$lib/core/timeline/cluster-cache';
import type { Listening } from '$lib/session/listening';
import type { Accepts } from '../event-filter';
import type { ScoreView } from '../score-view.svelte';
import { drawClockAxis } from './clock-axis';
import { BAR_SECONDS, lastTime, type Frame } from './frame';
import { lanesBottom, type Layout, type Pixels } from './layout';
import { paintAnnotations } from './paint-annotations';
import { paintAlarmWash, paintGround } from './paint-ground';
import { paintHarmony } from './paint-harmony';
import { paintMarks } from './paint-marks';
import { paintNow, paintSelection } from './paint-now';
import { isAnySounding, paintRings } from './paint-rings';
import { paintUnknown } from './paint-unknown';
import { readPalette, type Palette } from './palette';

/** What is painted, as it stands at this frame. */
export interface Scene {
  readonly listening: Listening;
  readonly view: ScoreView;
  readonly layout: Layout;
  readonly accepts: Accepts;
  /** Whether the score steps once a bar instead of flowing. */
  readonly still: boolean;
}

/** Marks closer than this, in one row of a lane, are drawn as one. */
const BIN_PIXELS: Pixels = 6;
const ROWS_PER_LANE = 8;
/** New marks alone repaint the score at most so often. */
const LEAST_REPAINT_MS = 50;

/** Paints the score: a layer that holds still until something moved by a pixel, and the rings above it. */
export class ScorePainter {
  readonly #canvas: HTMLCanvasElement;
  readonly #axis: SVGGElement;
  readonly #pen: CanvasRenderingContext2D;
  readonly #layer = document.createElement('canvas');
  readonly #layerPen: CanvasRenderingContext2D;
  #palette: Palette;
  #frame: Frame | null = null;
  #seen: readonly unknown[] = [];
  #revision = -1;
  #paintedAt = 0;
  #hadRings = false;
  #clusters: ClusterCache | null = null;
  #clustersOf: Listening | null = null;

  constructor(canvas: HTMLCanvasElement, axis: SVGGElement) {
    this.#canvas = canvas;
    this.#axis = axis;
    this.#pen = penOf(canvas);
    this.#layerPen = penOf(this.#layer);
    this.#palette = readPalette(canvas);
  }

  /** The last drawing; pointer and keyboard find marks in it. */
  get frame(): Frame | null {
    return this.#frame;
  }

  /** The colours have changed. */
  restyle(): void {
    this.#palette = readPalette(this.#canvas);
  }

  /** Paints what changed since the last call; most calls find little to do. */
  paint(scene: Scene, timestampMs: number): void {
    if (scene.layout.width < 2) return;
    const frame = this.#frameOf(scene);
    const isNewLayer = this.#isStale(scene, frame, timestampMs);
    if (isNewLayer) this.#paintLayer(scene, frame, timestampMs);
    const hasRings = isAnySounding(frame);
    if (isNewLayer || hasRings || this.#hadRings) this.#show(frame, hasRings, scene.still);
    this.#hadRings = hasRings;
  }

  #frameOf({ listening, view, layout, accepts, still }: Scene): Omit<Frame, 'clusters'> {
    const now = listening.now();
    const following = view.heldAt === null;
    const present = still ? Math.floor(now / BAR_SECONDS) * BAR_SECONDS : now;
    const edge = view.heldAt ?? present;
    return {
      pen: this.#layerPen,
      layout: following ? layout : { ...layout, nowX: layout.width },
      palette: this.#palette,
      edge,
      now,
      from: edge - view.spanSeconds,
      spanSeconds: view.spanSeconds,
      pixelsPerSecond: layout.nowX / view.spanSeconds,
      following,
      listening,
      accepts,
      selected: view.selection?.mark ?? null,
      hovered: view.hovered,
    };
  }

  #isStale({ layout }: Scene, frame: Omit<Frame, 'clusters'>, timestampMs: number): boolean {
    const { listening } = frame;
    const seen = [
      layout,
      frame.palette,
      frame.spanSeconds,
      frame.following,
      frame.accepts,
      frame.selected,
      frame.hovered,
      Math.floor(frame.now),
      Math.round(frame.edge * frame.pixelsPerSecond * devicePixelRatio),
      listening.link.connection,
      listening.sound,
      listening.soundOff,
      listening.annotations,
      listening.harmonySpans,
      listening.unknownSpans,
      devicePixelRatio,
    ];
    const isSame = seen.every((value, index) => value === this.#seen[index]);
    this.#seen = seen;
    const hasNews = listening.marks.revision !== this.#revision;
    return !isSame || (hasNews && timestampMs - this.#paintedAt >= LEAST_REPAINT_MS);
  }

  #clustersIn(frame: Omit<Frame, 'clusters'>): Cluster[] {
    const { listening, edge, from, now, pixelsPerSecond, following } = frame;
    if (!this.#clusters || this.#clustersOf !== listening) {
      this.#clusters = createClusterCache(listening.marks);
      this.#clustersOf = listening;
    }
    const found: Cluster[] = [];
    const to = following ? Math.max(now, lastTime({ ...frame, clusters: [] })) : edge;
    const grain = { binSeconds: BIN_PIXELS / pixelsPerSecond, rows: ROWS_PER_LANE };
    this.#clusters.each({ from: from - grain.binSeconds, to, now }, grain, (cluster) =>
      found.push(cluster),
    );
    return found;
  }

  #paintLayer(scene: Scene, bare: Omit<Frame, 'clusters'>, timestampMs: number): void {
    const frame: Frame = { ...bare, clusters: this.#clustersIn(bare) };
    this.#frame = frame;
    this.#revision = frame.listening.marks.revision;
    this.#paintedAt = timestampMs;
    fit(this.#layer, frame.layout);
    fit(this.#canvas, frame.layout);
    const pen = this.#layerPen;
    pen.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
    pen.clearRect(0, 0, frame.layout.width, frame.layout.height);
    paintGround(frame);
    paintAlarmWash(frame);
    paintUnknown(frame);
    paintHarmony(frame);
    paintAnnotations(frame);
    paintMarks(frame);
    paintSelection(frame);
    paintNow(frame);
    this.#drawAxis(frame);
  }

  #drawAxis(frame: Frame): void {
    const { layout, edge, from, pixelsPerSecond, listening } = frame;
    const wallAt = (at: Seconds) => listening.wallAt(at);
    drawClockAxis(
      this.#axis,
      { from, to: edge, pixelsPerSecond, wallAt },
      lanesBottom(layout) - layout.top,
    );
    this.#axis.setAttribute('transform', `translate(${layout.nowX} ${lanesBottom(layout)})`);
  }

  #show(frame: Omit<Frame, 'clusters'>, hasRings: boolean, still: boolean): void {
    const pen = this.#pen;
    pen.setTransform(1, 0, 0, 1, 0, 0);
    pen.clearRect(0, 0, this.#canvas.width, this.#canvas.height);
    pen.drawImage(this.#layer, 0, 0);
    pen.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
    if (hasRings) paintRings({ ...frame, pen, clusters: [] }, still);
  }
}

function penOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('This browser gives no 2D canvas.');
  return pen;
}

/** Sets a canvas' own pixels; setting them clears it, so only when they differ. */
function fit(canvas: HTMLCanvasElement, { width, height }: Layout): void {
  const across = Math.round(width * devicePixelRatio);
  const down = Math.round(height * devicePixelRatio);
  if (canvas.width !== across) canvas.width = across;
  if (canvas.height !== down) canvas.height = down;
}
