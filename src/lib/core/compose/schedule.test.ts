import { describe, expect, it } from 'vitest';
import { musicSeconds, schedule, slotsOf, stretchesOf } from './schedule';

const AT_SPEED_1 = { speed: 1, maxGapSeconds: 10 };

function slots(times: readonly number[], options = AT_SPEED_1): number[] {
  return schedule(times, (time) => time, options).map(({ slot }) => slot);
}

describe('the schedule', () => {
  it('turns event time into slots', () => {
    expect(slots([0, 156, 157, 500])).toEqual([0, 0, 1, 3]);
    expect(slots([0, 500, 5000], { speed: 10, maxGapSeconds: 10 })).toEqual([0, 0, 3]);
  });

  it('orders by time, and by the order given where times are equal', () => {
    const items = [
      { id: 'c', time: 700 },
      { id: 'a', time: 300 },
      { id: 'b', time: 300 },
    ];
    const ordered = schedule(items, ({ time }) => time, AT_SPEED_1);
    expect(ordered.map(({ item }) => item.id)).toEqual(['a', 'b', 'c']);
  });

  it('shortens long silences', () => {
    const day = 86_400_001;
    expect(slots([1, day, day + 1000], { speed: 1, maxGapSeconds: 2.5 })).toEqual([0, 16, 22]);
  });

  it('spreads what whole seconds lump together', () => {
    expect(slots([0, 0, 0, 0, 1000])).toEqual([0, 1, 3, 4, 6]);
    expect(slots([500, 500, 500, 1500])).toEqual([0, 0, 0, 6]);
  });

  it('never goes back in time', () => {
    const times = [1000, 1000, 1000, 1200, 1900];
    const found = slots(times);
    expect(found.toSorted((a, b) => a - b)).toEqual(found);
  });

  it('has nothing to say of nothing', () => {
    expect(slots([])).toEqual([]);
  });
});

describe('the slots of many times', () => {
  it('fit into the length of the music', () => {
    const times = Float64Array.from([0, 400, 1000, 1000, 60_000, 61_500]);
    const options = { speed: 2, maxGapSeconds: 10 };
    const slots = slotsOf(times, options);
    expect([...slots]).toEqual([0, 1, 3, 4, 68, 73]);
    expect(stretchesOf(times, options)).toEqual([
      { at: 0, time: 0 },
      { at: 10.75, time: 60_000 },
    ]);
    expect(Math.floor(musicSeconds(times, options) / (5 / 32))).toBe(slots.at(-1));
  });
});
