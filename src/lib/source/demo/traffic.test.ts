import { describe, expect, it } from 'vitest';
import { START_MS } from './fixtures/heard';
import { steadyTraffic } from './traffic';

describe('steady traffic', () => {
  it.each([1, 10, 200])('comes at the rate asked for: %i a second', (rate) => {
    const seconds = 6_000 / rate;
    let count = 0;
    for (const { atMs } of steadyTraffic(1, START_MS, rate)) {
      if (atMs >= seconds * 1000) break;
      count += 1;
    }
    expect(count / seconds / rate).toBeGreaterThan(0.93);
    expect(count / seconds / rate).toBeLessThan(1.07);
  });
});
