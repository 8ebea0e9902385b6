import type { Seconds } from '$lib/core/score/note';
import type { Cluster } from '$lib/core/timeline/cluster';
import { ClusterCache } from '$lib/core/timeline/cluster-cache';
import type { Listening } from '$lib/session/listening';
import type { Accepts } from '../event-filter';
import type { ScoreView } from '../score-view.svelte';
import { AxisPainter } from './axis-painter';
import { BAR_SECONDS, lastTime, type Frame } from './frame';
import type { Layout } from './layout';
import { markGrain, type MarkGrain } from './mark-grain';
import { paintAlarmWash } from './paint-alarms';
import { paintAnnotations } from './paint-annotations';
import { paintGround } from './paint-ground';
import { paintHarmony } from './paint-harmony';
import { paintMarks } from './paint-marks';
import { paintNow, paintSelection } from './paint-now';
import { paintUnknown } from './paint-unknown';
import { readPalette, type Palette } from './palette';
import { fitCanvas, penOf } from './canvas-pen';
import { RingPainter } from './ring-painter';

/** What is painted, as it stands at this frame. */
export interface Scene {
  readonly listening: Listening;
  readonly view: ScoreView;
  readonly layout: Layout;
  readonly accepts: Accepts;
  /** Whether the score steps once a bar instead of flowing. */
  readonly still: boolean;
}

/** New marks alone repaint the score at most so often. */
const LEAST_REPAINT_MS = 50;
/** What a browser without a GPU takes for a mark after we have drawn it; of the order seen in Chromium on 2 cores. */
const RASTER_MS_PER_CLUSTER = 0.01;

/** Paints the score: a layer that holds still until something moved by a pixel, and the rings above it. */
export class ScorePainter {
  readonly #canvas: HTMLCanvasElement;
  readonly #axis: AxisPainter;
  readonly #pen: CanvasRenderingContext2D;
  readonly #rings: RingPainter;
  #palette: Palette;
  #frame: Frame | null = null;
  #seen: readonly unknown[] = [];
  #revision = -1;
  #paintedAt = 0;
  #paintMs = 0;
  #grain: MarkGrain | undefined;
  #clusters: ClusterCache | null = null;
  #clustersOf: Listening['marks'] | null = null;

  constructor(canvas: HTMLCanvasElement, rings: HTMLCanvasElement, axis: SVGGElement) {
    this.#canvas = canvas;
    this.#axis = new AxisPainter(axis);
    this.#pen = penOf(canvas);
    this.#rings = new RingPainter(rings);
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
    if (this.#isStale(scene, frame, timestampMs)) this.#repaint(frame, timestampMs);
    this.#rings.paint({ ...frame, clusters: [] }, scene.still);
  }

  #frameOf({ listening, view, layout, accepts, still }: Scene): Omit<Frame, 'clusters'> {
    const now = listening.now();
    const following = view.heldAt === null;
    const present = still ? Math.floor(now / BAR_SECONDS) * BAR_SECONDS : now;
    const edge = view.heldAt ?? present;
    const pixelsPerSecond = layout.nowX / view.spanSeconds;
    const shown = following ? layout : { ...layout, nowX: layout.width };
    const from = edge - shown.nowX / pixelsPerSecond;
    return {
      pen: this.#pen,
      layout: shown,
      palette: this.#palette,
      edge,
      now,
      from,
      spanSeconds: view.spanSeconds,
      pixelsPerSecond,
      following,
      grain: this.#grainOf(listening, from, edge, layout.nowX),
      listening,
      accepts,
      selected: view.selection?.mark ?? null,
      hovered: view.hovered,
    };
  }

  #grainOf({ marks }: Listening, from: Seconds, to: Seconds, width: number): MarkGrain {
    const count = marks.firstFrom(to) - marks.firstFrom(from);
    this.#grain = markGrain(count, width, this.#grain);
    return this.#grain;
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
      listening.soundIn,
      listening.annotations,
      listening.harmonySpans,
      listening.unknownSpans,
      devicePixelRatio,
    ];
    const isSame = seen.every((value, index) => value === this.#seen[index]);
    this.#seen = seen;
    const hasNews = listening.marks.revision !== this.#revision;
    return !isSame || (hasNews && timestampMs - this.#paintedAt >= this.#newsPauseMs());
  }

  /** A dear drawing waits longer for more news, so that painting takes a tenth of the time at most. */
  #newsPauseMs(): number {
    const rasterMs = (this.#frame?.clusters.length ?? 0) * RASTER_MS_PER_CLUSTER;
    return Math.max(LEAST_REPAINT_MS, 10 * (this.#paintMs + rasterMs));
  }

  #clustersIn(frame: Omit<Frame, 'clusters'>): Cluster[] {
    const { listening, edge, from, now, pixelsPerSecond, following } = frame;
    if (!this.#clusters || this.#clustersOf !== listening.marks) {
      this.#clusters = new ClusterCache(listening.marks);
      this.#clustersOf = listening.marks;
    }
    const found: Cluster[] = [];
    const to = following ? Math.max(now, lastTime({ ...frame, clusters: [] })) : edge;
    const { binPixels, rows } = frame.grain;
    const grain = { binSeconds: binPixels / pixelsPerSecond, rows };
    this.#clusters.each({ from: from - grain.binSeconds, to, now }, grain, (cluster) =>
      found.push(cluster),
    );
    return found;
  }

  #repaint(bare: Omit<Frame, 'clusters'>, timestampMs: number): void {
    const began = performance.now();
    const frame: Frame = { ...bare, clusters: this.#clustersIn(bare) };
    this.#frame = frame;
    this.#revision = frame.listening.marks.revision;
    this.#paintedAt = timestampMs;
    fitCanvas(this.#canvas, frame.layout.width, frame.layout.height);
    const pen = this.#pen;
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
    this.#axis.paint(frame);
    this.#paintMs = performance.now() - began;
  }
}
