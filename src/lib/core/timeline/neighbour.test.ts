import { describe, expect, it } from 'vitest';
import type { Mark } from './mark';
import { createMarkRing } from './mark-ring';
import { isSameMark, nearestMark, stepFrom, type Reach } from './neighbour';

function mark(at: number, id: string, over: Partial<Mark> = {}): Mark {
  return {
    at,
    duration: 0.1,
    lane: 'compute',
    shape: 'circle',
    velocity: 0.5,
    midi: 70,
    voice: 'pluck',
    disposition: 'played',
    events: [id],
    ...over,
  };
}

const reach: Reach = { lane: 'compute', until: 10, accepts: () => true };

function ringOf(...marks: Mark[]) {
  const ring = createMarkRing(20);
  for (const each of marks) ring.push(each);
  return ring;
}

describe('stepFrom', () => {
  const a = mark(1, 'a');
  const b = mark(2, 'b');
  const twin = mark(2, 'twin');
  const elsewhere = mark(2.5, 'elsewhere', { lane: 'data' });
  const c = mark(3, 'c');
  const ring = ringOf(a, b, twin, elsewhere, c, mark(11, 'to come'));

  it('walks every mark of a lane once, those of one moment too', () => {
    const walk = [a];
    for (let next = stepFrom(ring, a, 1, reach); next; next = stepFrom(ring, next, 1, reach))
      walk.push(next);
    expect(walk.map(({ events }) => events[0])).toEqual(['a', 'b', 'twin', 'c']);
    expect(stepFrom(ring, c, -1, reach)).toBe(twin);
    expect(stepFrom(ring, a, -1, reach)).toBeNull();
  });

  it('passes over what the filter refuses and what is not drawn', () => {
    const hidden = ringOf(a, mark(2, 'gone', { disposition: 'suppressed' }), c);
    expect(stepFrom(hidden, a, 1, reach)).toBe(c);
    const onlyC = { ...reach, accepts: (each: Mark) => each.events[0] === 'c' };
    expect(stepFrom(ring, a, 1, onlyC)).toBe(c);
  });

  it('goes on from a mark that has left the window', () => {
    const small = ringOf(b, c);
    expect(stepFrom(small, a, 1, reach)).toBe(b);
    expect(stepFrom(small, mark(2.2, 'lost'), -1, reach)).toBe(b);
  });

  it('knows a mark again after its disposition was settled', () => {
    const settled = ringOf(a, c);
    settled.settle('a', 'muted');
    expect(stepFrom(settled, a, 1, reach)).toBe(c);
    expect(isSameMark(a, settled.at(0))).toBe(true);
    expect(isSameMark(a, b)).toBe(false);
  });
});

describe('nearestMark', () => {
  it('takes the closer side, and null for an empty lane', () => {
    const ring = ringOf(mark(1, 'a'), mark(4, 'b'));
    expect(nearestMark(ring, 2, reach)?.events[0]).toBe('a');
    expect(nearestMark(ring, 3, reach)?.events[0]).toBe('b');
    expect(nearestMark(ring, 3, { ...reach, lane: 'data' })).toBeNull();
  });
});
