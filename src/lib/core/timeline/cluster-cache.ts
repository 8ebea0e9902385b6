import type { Seconds } from '../score/note';
import { clusterBin, type Cluster, type Grain } from './cluster';
import type { MarkWindow } from './mark-window';

/** Marks this old no longer change, so what was made of them can be kept. */
const SETTLED_AFTER_SECONDS = 20;

export interface ClusterCache {
  /** Calls back for every cluster whose bin touches `[from, to)`, in order of bins. */
  each(
    span: { readonly from: Seconds; readonly to: Seconds; readonly now: Seconds },
    grain: Grain,
    visit: (cluster: Cluster) => void,
  ): void;
}

/** Clusters of a mark window; bins are counted from time zero, so that clusters do not flicker as the score moves. */
export function createClusterCache(marks: MarkWindow): ClusterCache {
  const kept = new Map<number, readonly Cluster[]>();
  let keptFor: Grain = { binSeconds: 0, rows: 0 };

  function startOver(grain: Grain): void {
    if (grain.binSeconds === keptFor.binSeconds && grain.rows === keptFor.rows) return;
    kept.clear();
    keptFor = grain;
  }

  function forgetBefore(bin: number): void {
    for (const old of kept.keys()) {
      if (old >= bin) return;
      kept.delete(old);
    }
  }

  function clustersOf(bin: number, settledBefore: number, grain: Grain): readonly Cluster[] {
    const known = kept.get(bin);
    if (known) return known;
    const clusters = clusterBin(marks, bin, grain);
    if (bin < settledBefore) kept.set(bin, clusters);
    return clusters;
  }

  return {
    each({ from, to, now }, grain, visit) {
      startOver(grain);
      const first = Math.floor(from / grain.binSeconds);
      const end = Math.ceil(to / grain.binSeconds);
      const settledBefore = Math.floor((now - SETTLED_AFTER_SECONDS) / grain.binSeconds);
      forgetBefore(first);
      for (let bin = first; bin < end; bin++)
        for (const cluster of clustersOf(bin, settledBefore, grain)) visit(cluster);
    },
  };
}
