import { describe, expect, it } from 'vitest';
import { happenedAt, positionAt } from './plan-time';

/** Ten minutes at 60 times the speed, a night skipped, ten minutes more. */
const NOON = Date.UTC(2026, 2, 1, 12);
const MORNING = NOON + 20 * 3_600_000;
const plan = {
  speed: 60,
  anchors: [
    { at: 0, happened: NOON },
    { at: 20, happened: MORNING },
  ],
};

describe('happenedAt', () => {
  it('runs at the speed of the plan from each anchor', () => {
    expect(happenedAt(plan, 0)).toBe(NOON);
    expect(happenedAt(plan, 10)).toBe(NOON + 600_000);
    expect(happenedAt(plan, 25)).toBe(MORNING + 300_000);
  });

  it('never runs past a silence that was shortened, nor before the start', () => {
    const short = {
      speed: 3_600,
      anchors: [plan.anchors[0]!, { at: 30, happened: NOON + 60_000 }],
    };
    expect(happenedAt(short, 29)).toBe(NOON + 60_000);
    expect(happenedAt(plan, -5)).toBe(NOON);
  });
});

describe('positionAt', () => {
  it('undoes happenedAt', () => {
    for (const position of [0, 3.5, 19.9, 20, 24])
      expect(positionAt(plan, happenedAt(plan, position))).toBeCloseTo(position);
  });

  it('gives the end of a shortened silence for a time within it', () => {
    expect(positionAt(plan, NOON + 10 * 3_600_000)).toBe(20);
    expect(positionAt(plan, NOON - 1)).toBe(0);
  });
});
