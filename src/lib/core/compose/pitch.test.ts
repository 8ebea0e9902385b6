import fc from 'fast-check';
import { expect, it } from 'vitest';
import { chordOf, chordsOf } from './chord';
import { MODES } from './mode';
import { isStrong, nearestPitch, paletteOf, pitchAt, pitchFrom } from './pitch';
import { scaleOf } from './scale';

const REGISTER = { low: 67, high: 84 };

it('leaves out scale tones a semitone above a chord tone', () => {
  const palette = paletteOf(scaleOf(2, 'ionian'), chordOf(2, 'ionian', 0));
  expect(palette.strong).toEqual([2, 6, 9, 4]);
  expect([...palette.weak].sort((a, b) => a - b)).toEqual([1, 2, 4, 6, 9, 11]);
});

it('wants chord tones on beats, on eighths when busier, and always in the groove', () => {
  const strong = (regime: number) => [0, 1, 2, 3, 4].filter((slot) => isStrong(slot, regime));
  expect(strong(0)).toEqual([0, 4]);
  expect(strong(1)).toEqual([0, 2, 4]);
  expect(strong(2)).toEqual([0, 1, 2, 3, 4]);
});

it('takes the nearest allowed pitch, the lower of two equally near', () => {
  expect(nearestPitch(70, REGISTER, [9, 11])).toBe(69);
  expect(nearestPitch(67, REGISTER, [4])).toBe(76);
});

it('keeps a resource within four semitones whatever the chord and the mode', () => {
  const chords = MODES.flatMap((mode) => chordsOf(2, mode)).filter(
    ({ quality }) => quality !== 'neither',
  );
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 996 }), (height) => {
      const pitches = chords.map(({ tones }) => pitchAt(height, REGISTER, tones));
      expect(Math.max(...pitches) - Math.min(...pitches)).toBeLessThanOrEqual(4);
    }),
  );
});

it('finds the pitch of a class from a lowest one up', () => {
  expect(pitchFrom(41, 2)).toBe(50);
  expect(pitchFrom(41, 5)).toBe(41);
  expect(pitchFrom(57, 8)).toBe(68);
});
