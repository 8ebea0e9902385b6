import { describe, expect, it } from 'vitest';
import type { Shape } from '$lib/core/timeline/mark';
import { createMarkRing } from '$lib/core/timeline/mark-ring';
import { createNewsWatch } from './interrupting-news';

const ring = createMarkRing(50);
const marks: [at: number, shape: Shape][] = [
  [1, 'cross'],
  [11, 'circle'],
  [12, 'cross'],
  [20, 'cross'],
  [44, 'cross'],
];
for (const [at, shape] of marks)
  ring.push({
    at,
    shape,
    duration: 0.1,
    lane: 'edge',
    velocity: 0.5,
    midi: 60,
    voice: 'minor',
    disposition: 'played',
    events: [`${at}`],
  });

describe('createNewsWatch', () => {
  it('tells at most every 30 s, nothing from before it was asked, and later what came meanwhile', () => {
    const watch = createNewsWatch();
    const told = [10, 11.5, 13, 21, 41, 43, 45, 73].map((now) => watch(ring, now)?.at ?? null);
    expect(told).toEqual([null, null, 12, null, null, 20, null, 44]);
  });

  it('begins anew where the listener goes back', () => {
    const watch = createNewsWatch();
    const told = [40, 45, 10, 13].map((now) => watch(ring, now)?.at ?? null);
    expect(told).toEqual([null, 44, null, 12]);
  });
});
