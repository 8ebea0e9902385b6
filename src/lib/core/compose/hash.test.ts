import { expect, it } from 'vitest';
import { hashOf } from './hash';

it('gives an unsigned 32-bit integer, the same for the same text', () => {
  for (const text of ['', 'orders', 'bücket-😀']) {
    expect(hashOf(text)).toBe(hashOf(text));
    expect(Number.isInteger(hashOf(text))).toBe(true);
    expect(hashOf(text)).toBeGreaterThanOrEqual(0);
    expect(hashOf(text)).toBeLessThan(2 ** 32);
  }
});

it('sends names that differ at the end far apart', () => {
  const heights = Array.from({ length: 100 }, (_, at) => hashOf(`worker-${String(at)}`) % 10);
  const counts = [...Map.groupBy(heights, (height) => height).values()].map((all) => all.length);
  expect(counts).toHaveLength(10);
  expect(Math.max(...counts)).toBeLessThanOrEqual(20);
});
