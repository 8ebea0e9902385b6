import { describe, expect, it } from 'vitest';
import { fitText } from './fit-text';

/** Ten pixels a letter. */
const measure = (text: string) => Array.from(text).length * 10;

describe('fitText', () => {
  it('leaves alone what fits', () => {
    expect(fitText('checkout', 80, measure)).toBe('checkout');
  });

  it('keeps as many whole letters as fit before an ellipsis', () => {
    expect(fitText('checkout', 79, measure)).toBe('checko…');
    expect(fitText('checkout', 40, measure)).toBe('che…');
    expect(fitText('🌧🌧🌧🌧🌧🌧', 50, measure)).toBe('🌧🌧🌧🌧…');
  });

  it('ends in no space', () => {
    expect(fitText('one two three', 50, measure)).toBe('one…');
  });

  it('gives nothing where it would tell nothing', () => {
    expect(fitText('checkout', 39, measure)).toBeNull();
    expect(fitText('ab', 19, measure)).toBeNull();
  });
});
