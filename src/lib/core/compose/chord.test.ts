import { expect, it } from 'vitest';
import { chordOf, chordsOf, commonTones, nearestTriad } from './chord';

const D_MAJOR = chordsOf(2, 'ionian');

it('finds the triads of D major', () => {
  expect(D_MAJOR.map(({ quality }) => quality)).toEqual([
    'major',
    'minor',
    'minor',
    'major',
    'major',
    'minor',
    'neither',
  ]);
});

it('adds the ninth to major and the seventh to minor triads', () => {
  expect(chordOf(2, 'ionian', 0).tones).toEqual([2, 6, 9, 4]);
  expect(chordOf(2, 'ionian', 5).tones).toEqual([11, 2, 6, 9]);
});

it('leaves the ninth out where it is a semitone up', () => {
  expect(chordOf(2, 'lydian', 0).tones).toHaveLength(4);
  expect(chordOf(2, 'dorian', 2).tones).toHaveLength(4);
  expect(chordOf(2, 'aeolian', 4).quality).toBe('minor');
  const neapolitan = chordOf(2, 'phrygian', 1);
  expect(neapolitan.quality).toBe('major');
  expect(neapolitan.tones).toEqual([3, 7, 10, 5]);
  expect(chordOf(2, 'phrygian', 2).tones).toEqual([5, 9, 0, 7]);
  expect(chordOf(2, 'mixolydian', 4).quality).toBe('minor');
  expect(chordOf(2, 'aeolian', 6).tones).toHaveLength(4);
  expect(chordOf(2, 'ionian', 6).tones).toHaveLength(3);
});

it('finds the minor triad nearest to a chord, I or VI first among equals', () => {
  expect(commonTones(D_MAJOR[0]!, D_MAJOR[5]!.triad)).toBe(2);
  expect(nearestTriad(D_MAJOR, D_MAJOR[0]!, 'minor', [0, 5]).degree).toBe(5);
  expect(nearestTriad(D_MAJOR, D_MAJOR[4]!, 'minor', [0, 5]).degree).toBe(1);
});
