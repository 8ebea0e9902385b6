import { describe, expect, it } from 'vitest';
import type { Cue } from '../mapping/cue';
import { chordsOf } from './chord';
import { waiting } from './composer';
import { cueLike } from './fixtures/event-stream';
import { type Piece, play, silence } from './fixtures/piece';
import type { Slot } from './slot';

function error(id: string, stream = 'lambda'): Cue {
  return cueLike(id, { figure: 'error', news: 'bad', voice: 'minor', interrupt: 'fully', stream });
}

function slots(count: number, cues: Record<number, Cue[]>): Slot[] {
  return silence(0, count).map((slot) => ({ ...slot, cues: cues[slot.index] ?? [] }));
}

function minor(piece: Piece) {
  return piece.notes.filter(({ voice }) => voice === 'minor');
}

function starts(piece: Piece): string[] {
  const figures = Map.groupBy(minor(piece), ({ events }) => events.join(' '));
  return [...figures].map(([ids, notes]) => `${String(notes[0]!.slot)} ${ids}`);
}

describe('an error', () => {
  const piece = play(slots(40, { 5: [error('e')] }));

  it('is a minor chord of three notes in three pulses, 312 ms apart', () => {
    const notes = minor(piece);
    expect(notes.map(({ slot }) => slot)).toEqual([5, 5, 5, 7, 7, 7, 9, 9, 9]);
    const [root, third, fifth] = notes.map(({ midi }) => midi);
    expect([third! - root!, fifth! - root!]).toEqual([3, 7]);
    expect(root).toBeGreaterThanOrEqual(52);
    expect(root).toBeLessThanOrEqual(63);
    expect(notes.map(({ velocity }) => velocity)).toEqual([
      0.7, 0.7, 0.7, 0.65, 0.65, 0.65, 0.6, 0.6, 0.6,
    ]);
    for (const note of notes) expect(note.events).toEqual(['e']);
  });

  it('turns the harmony to its own chord at the next half bar', () => {
    expect(piece.states[7]?.harmony.degree).toBe(0);
    const turned = piece.states[8]?.harmony.degree ?? 0;
    const chord = chordsOf(2, 'ionian')[turned]!;
    expect(chord.quality).toBe('minor');
    expect(minor(piece)[0]!.midi % 12).toBe(chord.triad[0]);
  });

  it('is settled as played', () => {
    expect(piece.settled).toEqual([{ id: 'e', disposition: 'played' }]);
  });
});

describe('several errors', () => {
  it('never start on the same slot', () => {
    const piece = play(
      slots(40, { 1: [error('a', 'one'), error('b', 'two'), error('c', 'three')] }),
    );
    expect(starts(piece)).toEqual(['1 a', '3 b', '5 c']);
  });

  it('have one figure a bar each for a source that failed lately; the others wait for the storm', () => {
    const piece = play(slots(40, { 1: [error('a')], 3: [error('b')], 6: [error('c')] }));
    expect(starts(piece)).toEqual(['1 a', '16 b c']);
    expect(piece.settled.map(({ id, disposition }) => `${id} ${disposition}`)).toEqual([
      'a played',
      'b played',
      'c aggregated',
    ]);
  });

  it('count as fresh again 64 slots after the last of their source', () => {
    const later = (slot: number) => {
      const before = { 1: [error('a')], [slot - 3]: [error('b', 'other')] };
      const piece = play(slots(140, { ...before, [slot]: [error('c')] }));
      return starts(piece).at(-1);
    };
    expect(later(40)).toBe('48 c');
    expect(later(60)).toBe('64 c');
    expect(later(72)).toBe('72 c');
  });

  it('are louder in a storm the more they are', () => {
    const storm = (count: number) => {
      const many = Array.from({ length: count + 1 }, (_, at) => error(`e${String(at)}`));
      const notes = minor(play(slots(40, { 1: many })));
      return notes.find(({ slot }) => slot === 16)?.velocity;
    };
    expect(storm(1)).toBe(0.55);
    expect(storm(15)).toBe(0.7);
  });

  it('sound softer one by one as they go on', () => {
    const many = Object.fromEntries(
      Array.from({ length: 20 }, (_, bar) => [16 * bar + 1, [error(`e${String(bar)}`)]]),
    );
    const notes = minor(play(slots(400, many)));
    expect(notes.at(-1)!.velocity).toBeLessThan(0.6 * 0.75);
    expect(notes.at(-1)!.velocity).toBeGreaterThan(0.6 * 0.6);
  });

  it('are all told in the end, thousands in one slot too', () => {
    const flood = Array.from({ length: 3000 }, (_, at) => error(`e${String(at)}`));
    const piece = play(slots(40, { 3: flood }));
    expect(new Set(minor(piece).flatMap(({ events }) => events)).size).toBe(3000);
    expect(waiting(piece.end)).toBe(0);
  });
});
