import { describe, expect, it } from 'vitest';
import { SCENARIOS } from './scenarios';

describe('the scenarios that are offered', () => {
  it('are four, each with its own name, two to four minutes long', () => {
    expect(SCENARIOS.map(({ name }) => name)).toEqual([
      'calm-day',
      'launch-day',
      'the-incident',
      'night-shift',
    ]);
    for (const { seconds } of SCENARIOS) {
      expect(seconds).toBeGreaterThanOrEqual(120);
      expect(seconds).toBeLessThanOrEqual(240);
    }
  });

  it('say in one short sentence what they are', () => {
    for (const { title, summary } of SCENARIOS) {
      expect(title.length).toBeLessThan(20);
      expect(summary).toMatch(/^[A-Z][^.]{20,90}\.$/);
    }
  });
});
