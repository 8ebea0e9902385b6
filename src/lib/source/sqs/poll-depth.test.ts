import { describe, expect, it } from 'vitest';
import { PollDepth } from './poll-depth';

function depthAfter(received: number[]): number[] {
  const depth = new PollDepth(4);
  return received.map((count) => {
    depth.saw(count);
    return depth.wanted;
  });
}

describe('how many receives are wanted', () => {
  it('grows by one with every full batch, up to the bound', () => {
    expect(depthAfter([10, 10, 10, 10, 10])).toEqual([2, 3, 4, 4, 4]);
  });

  it('shrinks by one with a partial batch, and to one with an empty one', () => {
    expect(depthAfter([10, 10, 10, 9, 3, 10, 0])).toEqual([2, 3, 4, 3, 2, 3, 1]);
    expect(depthAfter([0, 1, 9])).toEqual([1, 1, 1]);
  });

  it('is one after a failure', () => {
    const depth = new PollDepth(4);
    depth.saw(10);
    expect(depth.isCatchingUp).toBe(true);
    depth.failed();
    expect(depth.wanted).toBe(1);
  });
});
