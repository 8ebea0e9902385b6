import { describe, expect, it } from 'vitest';
import { isBad, shapeOf } from './shape';

describe('shapeOf', () => {
  it('tells bad news that can wait from bad news that interrupts', () => {
    expect(shapeOf('bad', 'not-at-all', 'error')).toBe('diamond');
    expect(shapeOf('bad', 'a-little', 'error')).toBe('diamond');
    expect(shapeOf('bad', 'some', 'success')).toBe('cross');
    expect(shapeOf('bad', 'fully', 'neutral')).toBe('cross');
  });

  it('lets the rule speak before the outcome', () => {
    expect(shapeOf('neutral', 'fully', 'error')).toBe('circle');
    expect(shapeOf('good', 'not-at-all', 'error')).toBe('triangle');
  });

  it('asks the outcome where no rule told the news', () => {
    expect(shapeOf(null, null, 'success')).toBe('triangle');
    expect(shapeOf(null, null, 'neutral')).toBe('circle');
    expect(shapeOf(null, null, 'warning')).toBe('diamond');
    expect(shapeOf(null, null, 'error')).toBe('cross');
  });
});

describe('isBad', () => {
  it('holds for diamond and cross alone', () => {
    expect((['circle', 'triangle', 'diamond', 'cross'] as const).map(isBad)).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });
});
