import { describe, expect, it } from 'vitest';
import { createMarkRing } from '$lib/core/timeline/mark-ring';
import type { Shape } from '$lib/core/timeline/mark';
import { barPath, ribbonBars } from './ribbon-bars';

function ringOf(...marks: [at: number, shape: Shape][]) {
  const ring = createMarkRing(100);
  for (const [at, shape] of marks)
    ring.push({
      at,
      shape,
      duration: 0.1,
      lane: 'data',
      velocity: 0.5,
      midi: 60,
      voice: 'keys',
      disposition: 'played',
      events: [`${at}`],
    });
  return ring;
}

describe('ribbonBars', () => {
  it('gives events per second, the share of bad ones, and the peak', () => {
    const ring = ringOf(
      [12, 'circle'],
      [13, 'cross'],
      [14, 'circle'],
      [15, 'circle'],
      [31, 'circle'],
    );
    const bars = ribbonBars(ring, 39, 40, 4);
    expect([...bars.rates]).toEqual([0, 0.4, 0, 1 / 9]);
    expect([...bars.badRates]).toEqual([0, 0.1, 0, 0]);
    expect(bars.peak).toBe(0.4);
    expect(bars.peakAt).toBe(10);
    expect(bars.present).toBe(0.1);
  });

  it('counts the bar that is being filled by the time it has had', () => {
    const bars = ribbonBars(ringOf([31, 'circle'], [32, 'circle']), 34, 40, 4);
    expect(bars.rates.at(-1)).toBe(0.5);
  });

  it('leaves out what waits beyond now', () => {
    const bars = ribbonBars(ringOf([31, 'circle'], [36, 'circle']), 35, 40, 4);
    expect(bars.rates.at(-1)).toBe(0.2);
  });

  it('says that nothing happened', () => {
    const bars = ribbonBars(ringOf(), 100, 40, 4);
    expect(bars.peakAt).toBeNull();
    expect(bars.present).toBe(0);
  });
});

describe('barPath', () => {
  it('draws bars on a baseline and leaves out the empty', () => {
    expect(barPath([2, 0, 5], (index) => index * 4, 3, 10)).toBe(
      'M0.0 8.0h3V10h-3zM8.0 5.0h3V10h-3z',
    );
  });
});
