import { afterAll, describe, expect, it } from 'vitest';
import { FixtureListening } from '$lib/session/fixtures/fixture-listening.svelte';
import { eventFilter } from './event-filter';

const listening = new FixtureListening({ scenario: 'quiet' });
afterAll(() => listening.close());
const marks = Array.from({ length: listening.marks.length }, (_, index) =>
  listening.marks.at(index),
);

describe('eventFilter', () => {
  it('lets everything through without a query', () => {
    expect(marks.every(eventFilter(listening, '  '))).toBe(true);
  });

  it('wants every word, in any order and case', () => {
    const found = marks.filter(eventFilter(listening, 'CHANGED dynamodb'));
    expect(found.length).toBeGreaterThan(0);
    expect(new Set(found.map(({ lane }) => lane))).toEqual(new Set(['data']));
    expect(marks.filter(eventFilter(listening, 'dynamodb apigateway'))).toEqual([]);
  });

  it('knows lanes and what became of an event', () => {
    const muted = marks.filter(eventFilter(listening, 'muted'));
    expect(muted.length).toBeGreaterThan(0);
    expect(new Set(muted.map(({ disposition }) => disposition))).toEqual(new Set(['muted']));
    expect(
      marks.filter(eventFilter(listening, 'identity')).every(({ lane }) => lane === 'identity'),
    ).toBe(true);
  });
});
