import { expect, it } from 'vitest';
import { INITIAL_MODE, MODES, type ModeState, stepMode } from './mode';

function bars(state: ModeState, moods: readonly number[]): string[] {
  let now = state;
  return moods.map((mood) => {
    now = stepMode(now, mood);
    return now.mode;
  });
}

it('darkens at the second bar line, one mode at a time', () => {
  expect(bars(INITIAL_MODE, [0, 0, 0, 0, 0])).toEqual([
    'ionian',
    'mixolydian',
    'mixolydian',
    'dorian',
    'dorian',
  ]);
});

it('brightens at the fourth bar line', () => {
  const modes = bars(INITIAL_MODE, [1, 1, 1, 1, 1]);
  expect(modes).toEqual(['ionian', 'ionian', 'ionian', 'lydian', 'lydian']);
});

it('stays within 0.04 of an edge, and starts counting anew when the mood comes back', () => {
  expect(bars(INITIAL_MODE, [0.59, 0.59, 0.59])).toEqual(['ionian', 'ionian', 'ionian']);
  expect(bars(INITIAL_MODE, [0.57, 0.6, 0.57, 0.6])).toEqual(Array(4).fill('ionian'));
});

it('ends at the darkest and the brightest', () => {
  expect(bars(INITIAL_MODE, Array<number>(20).fill(0)).at(-1)).toBe(MODES.at(-1));
  expect(bars(INITIAL_MODE, Array<number>(40).fill(1)).at(-1)).toBe(MODES[0]);
});
