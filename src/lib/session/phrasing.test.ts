import { describe, expect, it } from 'vitest';
import type { AwsEvent } from '$lib/core/event/aws-event';
import { phrase } from './phrasing';

const at = (time: number): AwsEvent => ({ time }) as AwsEvent;

describe('phrasing of a batch', () => {
  it('gives a single event the first slot', () => {
    expect(phrase([at(5)])).toEqual([0]);
    expect(phrase([])).toEqual([]);
  });

  it('spreads in the order of event time, not of arrival', () => {
    expect(phrase([at(30), at(10), at(20)])).toEqual([2, 0, 1]);
  });

  it('spreads ten events over eight slots, and a hundred too', () => {
    const ten = phrase(Array.from({ length: 10 }, (_, i) => at(i)));
    expect(ten).toEqual([0, 0, 1, 2, 3, 4, 4, 5, 6, 7]);
    const hundred = phrase(Array.from({ length: 100 }, (_, i) => at(i)));
    expect(Math.max(...hundred)).toBe(7);
    expect(hundred.filter((slot) => slot === 3)).toHaveLength(12);
  });

  it('keeps the order of arrival where times are equal', () => {
    expect(phrase([at(1), at(1), at(1)])).toEqual([0, 1, 2]);
  });
});
