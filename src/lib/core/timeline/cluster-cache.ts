import type { Seconds } from '../score/note';
import { clusterBin, type Cluster, type Grain } from './cluster';
import type { MarkWindow } from './mark-window';

/** Marks this old no longer change, so what was made of them can be kept. */
const SETTLED_AFTER_SECONDS = 20;

/** Clusters of a mark window; bins are counted from time zero, so that clusters do not flicker as the score moves. */
export class ClusterCache {
  readonly #marks: MarkWindow;
  readonly #kept = new Map<number, readonly Cluster[]>();
  #keptFor: Grain = { binSeconds: 0, rows: 0 };

  constructor(marks: MarkWindow) {
    this.#marks = marks;
  }

  /** Calls back for every cluster whose bin touches `[from, to)`, in order of bins. */
  each(
    { from, to, now }: { readonly from: Seconds; readonly to: Seconds; readonly now: Seconds },
    grain: Grain,
    visit: (cluster: Cluster) => void,
  ): void {
    this.#startOver(grain);
    const first = Math.floor(from / grain.binSeconds);
    const end = Math.ceil(to / grain.binSeconds);
    const settledBefore = Math.floor((now - SETTLED_AFTER_SECONDS) / grain.binSeconds);
    this.#forgetBefore(first);
    for (let bin = first; bin < end; bin++)
      for (const cluster of this.#clustersOf(bin, settledBefore, grain)) visit(cluster);
  }

  #startOver(grain: Grain): void {
    if (grain.binSeconds === this.#keptFor.binSeconds && grain.rows === this.#keptFor.rows) return;
    this.#kept.clear();
    this.#keptFor = grain;
  }

  #forgetBefore(bin: number): void {
    for (const old of this.#kept.keys()) {
      if (old >= bin) return;
      this.#kept.delete(old);
    }
  }

  #clustersOf(bin: number, settledBefore: number, grain: Grain): readonly Cluster[] {
    const known = this.#kept.get(bin);
    if (known) return known;
    const clusters = clusterBin(this.#marks, bin, grain);
    if (bin < settledBefore) this.#kept.set(bin, clusters);
    return clusters;
  }
}
