import { expect, it } from 'vitest';
import type { Cue } from '../mapping/cue';
import { cueLike } from './fixtures/event-stream';
import { play, silence } from './fixtures/piece';
import type { Slot } from './slot';

function warning(id: string, stream = 'lambda'): Cue {
  return cueLike(id, { figure: 'warning', news: 'bad', stream });
}

function onsets(slots: readonly Slot[]) {
  return play(slots)
    .notes.filter(({ voice }) => voice === 'pluck')
    .map(({ slot, events }) => `${String(slot)} ${events.join(' ')}`);
}

function slots(count: number, cues: Record<number, Cue[]>): Slot[] {
  return silence(0, count).map((slot) => ({ ...slot, cues: cues[slot.index] ?? [] }));
}

it("is a double pulse in the source's own voice, the second softer", () => {
  const { notes } = play(slots(8, { 0: [warning('w')] }));
  const pulses = notes.filter(({ voice }) => voice === 'pluck');
  expect(pulses.map(({ slot }) => slot)).toEqual([0, 2]);
  expect(pulses[1]!.velocity).toBeLessThan(pulses[0]!.velocity);
  expect(pulses[1]!.midi).toBe(pulses[0]!.midi);
});

it('comes once in 16 slots from one source, and is a plain note otherwise', () => {
  const heard = { 0: [warning('a')], 4: [warning('b')], 16: [warning('c')] };
  expect(onsets(slots(24, heard))).toEqual(['0 a', '2 a', '4 b', '16 c', '18 c']);
});

it('comes two slots apart from different sources', () => {
  const heard = { 0: [warning('a'), warning('b', 'other')], 2: [warning('c', 'third')] };
  expect(onsets(slots(8, heard))).toEqual(['0 a', '0 b', '2 a', '2 c', '4 c']);
});

it('is a plain note one slot after that of another source', () => {
  const heard = { 0: [warning('a')], 1: [warning('b', 'other')] };
  expect(onsets(slots(8, heard))).toEqual(['0 a', '1 b', '2 a']);
});

it('keeps its source silent until its second pulse is over', () => {
  const heard = { 0: [warning('a')], 1: [cueLike('p')] };
  expect(onsets(slots(8, heard))).toEqual(['0 a', '2 a', '3 p']);
});
