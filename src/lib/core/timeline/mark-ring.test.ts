import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Mark } from './mark';
import { createMarkRing, type MarkRing } from './mark-ring';

function mark(at: number, over: Partial<Mark> = {}): Mark {
  return {
    at,
    duration: 0.1,
    lane: 'compute',
    shape: 'circle',
    velocity: 0.5,
    midi: 60,
    voice: 'pluck',
    disposition: 'played',
    events: [`e${at}`],
    ...over,
  };
}

const times = (ring: MarkRing) => Array.from({ length: ring.length }, (_, i) => ring.at(i).at);

describe('createMarkRing', () => {
  it('keeps the newest marks in order of time, whatever order they come in', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 60 }),
        fc.integer({ min: 1, max: 12 }),
        (ats, capacity) => {
          const ring = createMarkRing(capacity);
          for (const at of ats) ring.push(mark(at));
          expect(times(ring)).toEqual([...ats].sort((a, b) => a - b).slice(-capacity));
        },
      ),
    );
  });

  it('finds the first mark at or after a time', () => {
    const ring = createMarkRing(3);
    for (const at of [1, 2, 2.5, 4]) ring.push(mark(at));
    expect([0, 2, 2.1, 4, 5].map((time) => ring.firstFrom(time))).toEqual([0, 0, 1, 2, 3]);
  });

  it('throws for an index it does not hold', () => {
    const ring = createMarkRing(2);
    ring.push(mark(1));
    expect(() => ring.at(1)).toThrow(RangeError);
    expect(() => ring.at(-1)).toThrow(RangeError);
    expect(() => createMarkRing(0)).toThrow(RangeError);
  });

  it('raises its revision with every change and only then', () => {
    const ring = createMarkRing(2);
    const seen = [ring.revision];
    ring.push(mark(1));
    seen.push(ring.revision);
    ring.settle('e1', 'muted');
    seen.push(ring.revision);
    expect(new Set(seen).size).toBe(3);
    ring.settle('unknown', 'muted');
    expect(ring.revision).toBe(seen.at(-1));
  });

  it('settles the newest mark of an event', () => {
    const ring = createMarkRing(4);
    ring.push(mark(1, { events: ['a', 'b'] }));
    ring.push(mark(2));
    expect(ring.settle('b', 'aggregated')).toBe(true);
    expect(ring.at(0).disposition).toBe('aggregated');
    expect(ring.settle('c', 'muted')).toBe(false);
  });
});

describe('rates', () => {
  it('counts events, not marks, and the bad among them', () => {
    const ring = createMarkRing(8);
    ring.push(mark(0.5, { events: ['a', 'b', 'c'] }));
    ring.push(mark(1.5, { shape: 'cross' }));
    ring.push(mark(1.6, { shape: 'diamond' }));
    ring.push(mark(1.7, { disposition: 'duplicate' }));
    ring.push(mark(4));
    const { all, bad } = ring.rates(0, 4, 4);
    expect([...all]).toEqual([3, 2, 0, 0]);
    expect([...bad]).toEqual([0, 2, 0, 0]);
  });

  it('still counts events whose marks have been let go', () => {
    const small = createMarkRing(3);
    const large = createMarkRing(1000);
    for (let second = 0; second < 120; second++) {
      const shape = second % 7 === 0 ? 'cross' : 'circle';
      small.push(mark(second, { shape }));
      large.push(mark(second, { shape }));
    }
    expect(small.rates(0, 120, 12)).toEqual(large.rates(0, 120, 12));
    expect(small.rates(0, 120, 1).all[0]).toBe(120);
  });
});
