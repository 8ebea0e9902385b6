import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textSearch } from './text-search';
import { compileWildcard } from './wildcard';

const letters = (maxLength: number) => fc.string({ unit: fc.constantFrom('a', 'b'), maxLength });

/** A text that counts how often one of its characters is looked at. */
function counted(text: string): { text: string; looks: () => number } {
  let looks = 0;
  const spy = {
    length: text.length,
    charCodeAt: (at: number) => {
      looks++;
      return text.charCodeAt(at);
    },
  };
  return { text: spy as unknown as string, looks: () => looks };
}

describe('the search for a piece', () => {
  it('finds what a plain search finds', () => {
    fc.assert(
      fc.property(letters(14), letters(60), fc.nat(60), (piece, text, from) => {
        const at = text.indexOf(piece, from);
        const start = Math.min(from, text.length);
        expect(textSearch(piece)(text, start)).toBe(at < 0 ? -1 : at + piece.length);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ['a'.repeat(999) + 'b', 'a'.repeat(50_000)],
    ['ab'.repeat(500) + 'c', 'ab'.repeat(25_000)],
    ['a'.repeat(500) + 'b' + 'a'.repeat(499), 'a'.repeat(50_000)],
  ])('looks at each character once', (piece, text) => {
    const { text: spy, looks } = counted(text);
    expect(textSearch(piece)(spy, 0)).toBe(-1);
    expect(looks()).toBe(text.length);
  });
});

describe('a wildcard', () => {
  it('takes what the regular expression of the same meaning takes', () => {
    const pieces = fc.array(letters(3), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(pieces, letters(12), (parts, text) => {
        fc.pre(parts.slice(1, -1).every((part) => part !== ''));
        const meaning = new RegExp(`^${parts.join('.*')}$`);
        expect(compileWildcard(parts.join('*'), 'a')(text)).toBe(meaning.test(text));
      }),
      { numRuns: 2_000 },
    );
  });

  it('needs no more than one pass of a text made to mislead it', () => {
    const matches = compileWildcard('*a'.repeat(1_000) + '*b', 'a');
    expect(matches('a'.repeat(200_000))).toBe(false);
    expect(matches(`${'a'.repeat(200_000)}b`)).toBe(true);
  });
});
