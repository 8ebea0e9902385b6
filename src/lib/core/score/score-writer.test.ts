import { expect, it } from 'vitest';
import type { Score } from './score';
import { writeScore } from './score-writer';

const SCORE: Score = {
  version: 1,
  seed: 3,
  mapping: { name: 'Default', sha256: 'abc' },
  duration: 1.5,
  events: [
    {
      id: 'a"b',
      time: '2026-01-05T00:00:00.000Z',
      source: 'aws.s3',
      detailType: 'Object Created',
      outcome: 'success',
      rule: null,
      disposition: 'played',
    },
  ],
  notes: [
    {
      time: 0,
      duration: 1.5,
      midi: 60,
      velocity: 0.5,
      voice: 'piano',
      pan: -0.22,
      events: ['a"b'],
    },
    { time: 1, duration: 0.5, midi: 38, velocity: 0.5, voice: 'snare', pan: 0.08, events: [] },
  ],
  unreadable: [],
};

it('writes JSON that reads back as the Score', () => {
  expect(JSON.parse(writeScore(SCORE))).toEqual(SCORE);
});

it('writes one event or note a line', () => {
  const lines = writeScore(SCORE).split('\n');
  expect(lines.filter((line) => line.startsWith('    {'))).toHaveLength(3);
  expect(lines.at(-1)).toBe('');
});

it('writes keys in one order, whatever order they were made in', () => {
  const shuffled = Object.fromEntries(Object.entries(SCORE).reverse()) as unknown as Score;
  const notes = SCORE.notes.map(
    (note) => Object.fromEntries(Object.entries(note).reverse()) as unknown as typeof note,
  );
  expect(writeScore({ ...shuffled, notes })).toBe(writeScore(SCORE));
});
