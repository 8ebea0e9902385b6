import { describe, expect, it } from 'vitest';
import { troubleOf } from './trouble';

const NOT_LOADED = [
  'Failed to fetch dynamically imported module: https://example.com/a.js',
  'error loading dynamically imported module: https://example.com/a.js',
  'Importing a module script failed.',
  'Unable to preload CSS for /a.css',
].map((message) => new TypeError(message));

class OurError extends Error {
  readonly resolution = 'Do this.';
}

describe('troubleOf', () => {
  it('asks to reload where a part of the page did not arrive', () => {
    for (const error of NOT_LOADED) {
      expect(troubleOf(error, true).text).toMatch(/newer version.*Reload the page\.$/);
      expect(troubleOf(error, false).text).toMatch(/offline.*Connect, then reload the page\.$/);
    }
  });

  it('hands on the resolution that an error brings', () => {
    const told = troubleOf(new OurError('That happened.'), true);
    expect(told).toEqual({ text: 'That happened. Do this.', code: null });
  });

  it('shows the words of an error it does not know', () => {
    expect(troubleOf(new Error('quota'), true).code).toBe('quota');
    expect(troubleOf('thrown text', true).code).toBe('thrown text');
  });
});
