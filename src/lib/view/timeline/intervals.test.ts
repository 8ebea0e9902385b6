import { describe, expect, it } from 'vitest';
import { unionOf, without, type Interval } from './intervals';

const span = (from: number, to: number): Interval => ({ from, to });

describe('unionOf', () => {
  it('covers overlapping and touching intervals once, in order', () => {
    expect(unionOf([span(8, 9), span(2, 6), span(1, 3), span(6, 7), span(4, 5)])).toEqual([
      span(1, 7),
      span(8, 9),
    ]);
    expect(unionOf([])).toEqual([]);
  });
});

describe('without', () => {
  it('cuts a hole, an end, and the whole', () => {
    expect(without(span(0, 10), [span(4, 6)])).toEqual([span(0, 4), span(6, 10)]);
    expect(without(span(0, 10), [span(7, 99), span(-5, 1)])).toEqual([span(1, 7)]);
    expect(without(span(0, 10), [span(0, 10)])).toEqual([]);
  });

  it('leaves alone what no cut touches', () => {
    expect(without(span(0, 10), [span(10, 12), span(-2, 0)])).toEqual([span(0, 10)]);
    expect(without(span(3, 3), [])).toEqual([]);
  });

  it('takes several cuts, also overlapping ones', () => {
    expect(without(span(0, 10), [span(1, 3), span(2, 5), span(8, 9)])).toEqual([
      span(0, 1),
      span(5, 8),
      span(9, 10),
    ]);
  });
});
