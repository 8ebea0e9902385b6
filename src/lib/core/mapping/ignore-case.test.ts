import { describe, expect, it } from 'vitest';
import { IgnoreCase } from './ignore-case';

describe('text in any case', () => {
  it.each([
    ['KELVIN', 'kelvin', true],
    ['ÄÖÉ', 'äöé', true],
    ['ΣΑΣ', 'σασ', true],
    ['straße', 'STRASSE', true],
    ['STRASSE', 'straße', false],
    ['İ', 'i̇', true],
    ['i', 'İ', false],
    ['a', 'ab', false],
    ['', '', true],
  ])('%s takes %s: %s', (pattern, text, equal) => {
    expect(new IgnoreCase(pattern).equals(text)).toBe(equal);
  });

  it('starts and ends', () => {
    expect(new IgnoreCase('ß').starts('SSx')).toBe(true);
    expect(new IgnoreCase('ß').ends('xSS')).toBe(true);
    expect(new IgnoreCase('.PnG').ends('a.pNg')).toBe(true);
    expect(new IgnoreCase('ab').starts('a')).toBe(false);
    expect(new IgnoreCase('ab').ends('b')).toBe(false);
  });

  it('never has to choose: the two ways to write a unit differ at both ends', () => {
    for (let unit = 0; unit < 0x10000; unit++) {
      const [lower, upper] = [
        String.fromCharCode(unit).toLowerCase(),
        String.fromCharCode(unit).toUpperCase(),
      ];
      if (lower === upper) continue;
      expect([lower.at(0), lower.at(-1)]).not.toEqual([upper.at(0), upper.at(-1)]);
      expect(lower.startsWith(upper) || upper.startsWith(lower)).toBe(false);
      expect(lower.endsWith(upper) || upper.endsWith(lower)).toBe(false);
    }
  });
});
