import type { Mark } from '$lib/core/timeline/mark';
import type { Frame } from './frame';
import type { Pixels } from './layout';
import { placeCluster } from './paint-marks';

/** The mark nearest to a point, if one lies within reach; of two as near, the one that is bad news. */
export function markNear(frame: Frame, x: Pixels, y: Pixels, reach: Pixels): Mark | null {
  let nearest: Mark | null = null;
  let least = reach;
  for (const cluster of frame.clusters) {
    if (!frame.accepts(cluster.mark)) continue;
    const placed = placeCluster(frame, cluster);
    const favour = cluster.shape === 'cross' ? 2 : 0;
    const distance = Math.hypot(placed.x - x, placed.y - y) - placed.radius - favour;
    if (distance < least) {
      least = distance;
      nearest = cluster.mark;
    }
  }
  return nearest;
}
