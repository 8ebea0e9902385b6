import { describe, expect, it } from 'vitest';
import { clock, preciseClock, runningTime, shortClock } from './clock';
import { durationWords, spanWords } from './duration';
import { noteName } from './note-name';
import { numeral, ordinal, plural } from './numeral';

describe('durations', () => {
  it('use two units at most', () => {
    expect([0, 38, 60, 77, 600, 1560, 7500, 7200, 260_000].map(durationWords)).toEqual([
      '0 s',
      '38 s',
      '1 min',
      '1 min 17 s',
      '10 min',
      '26 min',
      '2 h 5 min',
      '2 h',
      '3 d',
    ]);
  });

  it('show hundredths only where they can be told', () => {
    expect([0.31, 4.24, 41.6, 77].map(spanWords)).toEqual([
      '0.31 s',
      '4.2 s',
      '42 s',
      '1 min 17 s',
    ]);
  });

  it('run like a player', () => {
    expect([0, 42, 62, 19_812].map(runningTime)).toEqual(['0:00', '0:42', '1:02', '5:30:12']);
  });
});

describe('clocks', () => {
  it('show local time', () => {
    const at = new Date(2026, 0, 2, 14, 30, 41, 510).getTime();
    expect([clock(at), preciseClock(at), shortClock(at)]).toEqual([
      '14:30:41',
      '14:30:41.510',
      '14:30',
    ]);
  });
});

describe('numerals', () => {
  it('group, order and count', () => {
    expect(numeral(4218)).toBe('4,218');
    expect([1, 2, 3, 4, 11, 12, 21, 112].map(ordinal)).toEqual([
      '1st',
      '2nd',
      '3rd',
      '4th',
      '11th',
      '12th',
      '21st',
      '112th',
    ]);
    expect([plural(1, 'event'), plural(2, 'event')]).toEqual(['1 event', '2 events']);
  });
});

describe('noteName', () => {
  it('counts octaves from MIDI 60 as C4', () => {
    expect([60, 62, 68, 33].map(noteName)).toEqual(['C4', 'D4', 'A♭4', 'A1']);
  });
});
