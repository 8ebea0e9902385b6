import { expect, it } from 'vitest';
import { MODES } from './mode';
import { degreeName, scaleOf, tonicName } from './scale';

it('alters exactly one tone from each mode to the next', () => {
  for (const [at, mode] of MODES.slice(1).entries()) {
    const brighter = scaleOf(2, MODES[at]!);
    const darker = scaleOf(2, mode);
    const changes = darker.map((tone, degree) => (brighter[degree]! - tone + 12) % 12);
    expect(changes.filter((change) => change !== 0)).toEqual([1]);
  }
});

it('names each degree on its own letter', () => {
  const names = (tonic: number, mode: (typeof MODES)[number]) =>
    Array.from({ length: 7 }, (_, degree) => degreeName(tonic, mode, degree)).join(' ');
  expect(names(2, 'ionian')).toBe('D E F♯ G A B C♯');
  expect(names(2, 'phrygian')).toBe('D E♭ F G A B♭ C');
  expect(names(10, 'dorian')).toBe('B♭ C D♭ E♭ F G A♭');
  expect(names(5, 'lydian')).toBe('F G A B C D E');
  expect(tonicName(9)).toBe('A');
});
