import { describe, expect, it } from 'vitest';
import type { RecordingFacts } from '$lib/session/listening';
import { factsOf, placeWords, spanWords, unreadWords } from './facts-words';
import { paceWords, SPEEDS, speedWords } from './pace-words';

const at = (day: number, hour: number) => new Date(2023, 6, day, hour, 5).getTime();
const facts: RecordingFacts = {
  title: 'last-night.json.gz',
  files: 1,
  events: 4218,
  from: at(10, 9),
  to: at(10, 23),
  duplicates: 0,
  unreadable: { count: 0, lines: [] },
};

describe('the facts of a recording', () => {
  it('name one day once', () => {
    expect(spanWords(facts)).toBe('10 Jul 2023, 09:05 to 23:05');
    expect(spanWords({ from: at(10, 23), to: at(11, 9) })).toBe(
      '10 Jul 2023, 23:05 to 11 Jul 2023, 09:05',
    );
  });

  it('count files, events and doubles', () => {
    const told = factsOf({ ...facts, duplicates: 31 }).map(({ name, words }) => `${name} ${words}`);
    expect(told).toEqual([
      'files 1',
      'events 4,218',
      'time 10 Jul 2023, 09:05 to 23:05',
      'length 14 h',
      'doubles 31, each heard once',
    ]);
    expect(factsOf(facts).at(-1)?.words).toBe('none');
  });

  it('say what could not be read', () => {
    expect(unreadWords(facts)).toBe('Every line could be read.');
    const some = { ...facts, unreadable: { count: 1, lines: [] } };
    expect(unreadWords(some)).toBe('1 part could not be read');
  });
});

describe('placeWords', () => {
  it('tell when it happened and where it is in the music', () => {
    const player = { duration: 180, happenedAt: (position: number) => at(10, 9) + position * 1000 };
    expect(placeWords(player, 42)).toMatch(/^10 Jul 2023 09:05:42 UTC\S*, 0:42 of 3:00$/);
  });
});

describe('the words of a pace', () => {
  it('offer six speeds', () => {
    expect(SPEEDS.map(speedWords)).toEqual(['1×', '10×', '60×', '600×', '3,600×', 'Fit to 3 min']);
  });

  it('tell how fast it runs', () => {
    expect([1, 1.52, 279.8].map((speed) => paceWords({ speed }))).toEqual([
      'as fast as it happened',
      '1.5 times as fast as it happened',
      '280 times as fast as it happened',
    ]);
  });
});
