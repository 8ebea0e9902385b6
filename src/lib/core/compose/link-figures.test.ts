import { describe, expect, it } from 'vitest';
import { cueLike } from './fixtures/event-stream';
import { type Piece, play } from './fixtures/piece';
import type { Link, Slot } from './slot';

const MINUTE = 384;

function links(...spans: [Link, number][]): Slot[] {
  const all = spans.flatMap(([link, count]) => Array<Link>(count).fill(link));
  return all.map((link, index) => ({ index, cues: [], link }));
}

function reed(piece: Piece) {
  return piece.notes.filter(({ voice }) => voice === 'reed').map(({ slot, midi }) => [slot, midi]);
}

describe('a lost link', () => {
  const piece = play(links(['up', 20], ['down', 12 * MINUTE], ['up', 40]));
  const lostPad = piece.notes.filter(({ voice, slot }) => voice === 'pad' && slot >= 20);

  it('falls from the fifth to the root, three slots apart, and again each minute', () => {
    expect(reed(piece).slice(0, 4)).toEqual([
      [20, 69],
      [23, 62],
      [20 + MINUTE, 69],
      [23 + MINUTE, 62],
    ]);
  });

  it('holds a bare fifth, and nothing moves', () => {
    const tones = lostPad.filter(({ slot }) => slot < 20 + 10 * MINUTE).map(({ midi }) => midi);
    expect(new Set(tones)).toEqual(new Set([50, 57]));
    const { harmony, mood } = piece.states[20]!;
    const late = piece.states[20 + 11 * MINUTE]!;
    expect(late.harmony).toEqual(harmony);
    expect(late.mood.value).toBe(mood.value);
  });

  it('is silent after ten minutes', () => {
    const silent = piece.notes.filter(
      ({ slot }) => slot >= 20 + 10 * MINUTE && slot < 20 + 12 * MINUTE,
    );
    expect(silent).toEqual([]);
  });

  it('rises when it is back, with the full tonic chord', () => {
    const back = 20 + 12 * MINUTE;
    expect(reed(piece).slice(-2)).toEqual([
      [back, 62],
      [back + 3, 69],
    ]);
    const pad = piece.notes.filter(({ voice, slot }) => voice === 'pad' && slot === back);
    expect(pad).toHaveLength(4);
    expect(piece.states[back]?.harmony.degree).toBe(0);
  });
});

it('still plays what arrives while the link is down', () => {
  const slots = links(['down', 10]).map((slot) =>
    slot.index === 4 ? { ...slot, cues: [cueLike('a'), cueLike('e', { figure: 'error' })] } : slot,
  );
  const piece = play(slots);
  expect(piece.settled.map(({ id }) => id).sort()).toEqual(['a', 'e']);
  expect(piece.end.harmony.forced).toEqual([]);
});
