import { expect, it } from 'vitest';
import { chordsOf } from './chord';
import { chordWeights } from './chord-graph';
import { MODES } from './mode';

it('never offers a diminished chord', () => {
  for (const mode of MODES) {
    const chords = chordsOf(2, mode);
    const weights = chordWeights(chords, 0, [50, 57, 66, 74], 2);
    const silent = weights.filter((weight) => weight === 0);
    expect(silent).toHaveLength(1);
    expect(chords[weights.indexOf(0)]?.quality).toBe('neither');
  }
});

it('begins a phrase on I and leans on IV, V and VII at its end', () => {
  const chords = chordsOf(2, 'mixolydian');
  const middle = chordWeights(chords, 1, null, 2);
  const first = chordWeights(chords, 1, null, 8);
  const last = chordWeights(chords, 1, null, 6);
  expect(first[0]! / middle[0]!).toBeCloseTo(5, 2);
  expect(first[3]! / middle[3]!).toBeCloseTo(0.6, 2);
  expect(last[6]! / middle[6]!).toBeCloseTo(1.8, 2);
  expect(last[0]! / middle[0]!).toBeCloseTo(0.7, 2);
});
