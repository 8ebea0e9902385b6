import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../core/event/aws-event';
import { heardIn, START_MS } from '../fixtures/heard';
import { Simulation } from '../simulation';
import { EXPECTED } from './fixtures/expected-events';

const modules = import.meta.glob<Record<string, unknown>>(['./*.ts', '!./*.test.ts'], {
  eager: true,
});

/** What others are made with. */
const PARTS = ['apiCall', 'arn', 'envelope'];

describe('what the makers of events make', () => {
  it.each(EXPECTED)('$maker $note is read as $outcome and caught by $rule', (expected) => {
    const sim = new Simulation(1, START_MS);
    const body: JsonObject = expected.make(sim);
    const { event, rule } = heardIn(JSON.stringify(body), 0);
    expect(event.outcome).toBe(expected.outcome);
    expect(rule).toBe(expected.rule);
  });

  it('is tried of every one of them', () => {
    const makers = Object.values(modules)
      .flatMap((module) => Object.entries(module))
      .flatMap(([name, value]) => (typeof value === 'function' ? name : []));
    const tried = new Set([...EXPECTED.map(({ maker }) => maker), ...PARTS]);
    expect(makers.filter((name) => !tried.has(name))).toEqual([]);
  });

  it('names what it is about', () => {
    const keys = EXPECTED.map(({ make }) => {
      const { event } = heardIn(JSON.stringify(make(new Simulation(1, START_MS))), 0);
      return event.key === event.detailType ? event.detailType : '';
    });
    expect(keys.filter((key) => key !== '')).toEqual([]);
  });
});
