import { expect, it } from 'vitest';
import type { Score, ScoreEvent } from '../../src/lib/core/score/score';
import { summaryOf } from './summary';

const EVENT: ScoreEvent = {
  id: 'a',
  time: '2026-01-05T00:00:00.000Z',
  source: 'aws.s3',
  detailType: 'Object Created',
  outcome: 'success',
  rule: null,
  disposition: 'played',
};

it('says how much of what, how long, and what became of it', () => {
  const score: Score = {
    version: 1,
    seed: 1,
    mapping: { name: 'Default', sha256: 'abc' },
    duration: 125.4,
    events: [EVENT, { ...EVENT, disposition: 'duplicate' }, EVENT],
    notes: [],
    unreadable: Array.from({ length: 5 }, (_, index) => ({ index, reason: 'not JSON' })),
  };
  const summary = summaryOf(score);
  expect(summary).toContain('3 events, 0 notes, 2 min 5 s');
  expect(summary).toContain('played 2, duplicate 1');
  expect(summary).toContain('voices:       none');
  expect(summary).toContain('body 0: not JSON');
  expect(summary).toContain('and 2 more');
});
