import { describe, expect, it } from 'vitest';
import { clusterBin, type Cluster } from './cluster';
import { ClusterCache } from './cluster-cache';
import type { Mark } from './mark';
import { createMarkRing, type MarkRing } from './mark-ring';

let serial = 0;
function push(ring: MarkRing, at: number, over: Partial<Mark> = {}): void {
  ring.push({
    at,
    duration: 0.2,
    lane: 'compute',
    shape: 'circle',
    velocity: 0.5,
    midi: 70,
    voice: 'pluck',
    disposition: 'played',
    events: [`e${serial++}`],
    ...over,
  });
}

const grain = { binSeconds: 2, rows: 6 };

describe('clusterBin', () => {
  it('merges marks of one lane, shape and row, and counts their events', () => {
    const ring = createMarkRing(10);
    push(ring, 2.1, { velocity: 0.3 });
    push(ring, 2.9, { velocity: 0.8, duration: 1, events: ['x', 'y'] });
    push(ring, 4.0);
    const [cluster, ...rest] = clusterBin(ring, 1, grain);
    expect(rest).toEqual([]);
    expect(cluster).toMatchObject({ marks: 2, events: 3, at: 2.9, end: 3.9, shape: 'circle' });
  });

  it('never merges bad news into good, another lane, or silence into sound', () => {
    const ring = createMarkRing(10);
    push(ring, 0);
    push(ring, 0, { shape: 'cross' });
    push(ring, 0, { shape: 'diamond' });
    push(ring, 0, { lane: 'data' });
    push(ring, 0, { disposition: 'muted' });
    push(ring, 0, { disposition: 'unreadable' });
    const clusters = clusterBin(ring, 0, grain);
    expect(clusters.map(({ marks }) => marks)).toEqual([1, 1, 1, 1, 1, 1]);
    expect(clusters.filter(({ hollow }) => hollow)).toHaveLength(2);
  });

  it('leaves out what is counted and not drawn', () => {
    const ring = createMarkRing(10);
    push(ring, 0, { disposition: 'suppressed' });
    push(ring, 0, { disposition: 'duplicate' });
    expect(clusterBin(ring, 0, grain)).toEqual([]);
  });
});

describe('ClusterCache', () => {
  function collect(cache: ClusterCache, now: number): Cluster[] {
    const found: Cluster[] = [];
    cache.each({ from: 0, to: 100, now }, grain, (cluster) => found.push(cluster));
    return found;
  }

  it('gives what clustering anew gives, before and after more marks', () => {
    const ring = createMarkRing(500);
    const cache = new ClusterCache(ring);
    for (let at = 0; at < 40; at += 0.3) push(ring, at, { midi: 67 + (at % 17) });
    collect(cache, 40);
    for (let at = 40; at < 80; at += 0.3) push(ring, at, { midi: 67 + (at % 17) });
    expect(collect(cache, 80)).toEqual(collect(new ClusterCache(ring), 80));
    expect(collect(cache, 80).reduce((sum, { events }) => sum + events, 0)).toBe(ring.length);
  });

  it('sees a late disposition of a mark that is not yet settled', () => {
    const ring = createMarkRing(10);
    const cache = new ClusterCache(ring);
    push(ring, 90, { events: ['late'] });
    expect(collect(cache, 95)[0]?.hollow).toBe(false);
    ring.settle('late', 'muted');
    expect(collect(cache, 95)[0]?.hollow).toBe(true);
  });
});
