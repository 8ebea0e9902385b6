import { describe, expect, it } from 'vitest';
import { gainOf } from './decibels';
import { DuckingFader, duckFor, type Automation } from './ducking';

interface Point {
  readonly at: number;
  readonly value: number;
  readonly ramp: boolean;
}

/** Plays an automation back by the rules of the Web Audio API, for the methods that are used. */
class Param implements Automation {
  points: Point[] = [{ at: 0, value: 1, ramp: false }];

  cancelScheduledValues(from: number): void {
    this.points = this.points.filter(({ at }) => at < from);
  }

  setValueAtTime(value: number, at: number): void {
    this.points.push({ at, value, ramp: false });
  }

  linearRampToValueAtTime(value: number, at: number): void {
    this.points.push({ at, value, ramp: true });
  }

  at(time: number): number {
    const before = this.points.findLast((point) => point.at <= time)!;
    const after = this.points.find((point) => point.at > time);
    if (!after?.ramp) return before.value;
    return (
      before.value + ((after.value - before.value) * (time - before.at)) / (after.at - before.at)
    );
  }

  /** The greatest step within a millisecond. */
  get steepest(): number {
    const values = Array.from({ length: 6000 }, (_, ms) => this.at(ms / 1000));
    return Math.max(...values.slice(1).map((value, i) => Math.abs(value - values[i]!)));
  }
}

function fader(share = 1): { param: Param; fader: DuckingFader } {
  const param = new Param();
  return { param, fader: new DuckingFader(param, share) };
}

const ERROR = duckFor('minor')!;
const ALARM = duckFor('alarm')!;
const DEPLOY = duckFor('major')!;

describe('duckFor', () => {
  it('knows error, alarm and deploy, and no routine voice', () => {
    expect(ERROR).toEqual({ depth: 5, hold: 0.7 });
    expect(ALARM).toEqual({ depth: 6, hold: 1.1 });
    expect(DEPLOY).toEqual({ depth: 3, hold: 0.8 });
    expect(duckFor('pluck')).toBeUndefined();
  });
});

describe('DuckingFader', () => {
  it('goes down in 30 ms, stays, and comes up in 0.8 s', () => {
    const { param, fader: group } = fader();
    group.duck(ERROR, 1);
    expect(param.at(1)).toBe(1);
    expect(param.at(1.03)).toBeCloseTo(gainOf(-5), 9);
    expect(param.at(1.7)).toBeCloseTo(gainOf(-5), 9);
    expect(param.at(2.1)).toBeCloseTo((1 + gainOf(-5)) / 2, 9);
    expect(param.at(2.5)).toBe(1);
  });

  it('takes its share of the depth', () => {
    const { param, fader: group } = fader(0.6);
    group.duck(ALARM, 1);
    expect(param.at(1.5)).toBeCloseTo(gainOf(-3.6), 9);
  });

  it.each([
    ['on the way down', 1.015],
    ['while held', 1.4],
    ['on the way up', 2.2],
    ['long after', 4],
  ])('begins a second dip %s without a step', (_, second) => {
    const { param, fader: group } = fader();
    group.duck(ERROR, 1);
    group.duck(ALARM, second);
    expect(param.steepest).toBeLessThan(0.03);
    expect(param.at(second + 1)).toBeCloseTo(gainOf(-6), 9);
    expect(param.at(second + 1.9)).toBeCloseTo(1, 9);
  });

  it('keeps the deeper of two and the longer of two', () => {
    const { param, fader: group } = fader();
    group.duck(ALARM, 1);
    group.duck(DEPLOY, 1.6);
    expect(param.at(2.3)).toBeCloseTo(gainOf(-6), 9);
    expect(param.at(2.4)).toBeCloseTo(gainOf(-6), 9);
    expect(param.at(3.2)).toBeCloseTo(1, 9);
  });

  it('knows its own gain at any time', () => {
    const { param, fader: group } = fader();
    group.duck(ERROR, 1);
    group.duck(ALARM, 1.9);
    for (let at = 1.9; at < 4.5; at += 0.013) expect(group.at(at)).toBeCloseTo(param.at(at), 9);
  });
});
