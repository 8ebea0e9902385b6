import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cue, Figure, Motion, News } from '../mapping/cue';
import { VOICES } from '../score/note';
import { compose, type ComposerState, describe as tell, initialState, waiting } from './composer';
import { chance, eventStream } from './fixtures/event-stream';
import { play, silence } from './fixtures/piece';
import type { Link, Slot } from './slot';

const FIGURES: Figure[] = ['plain', 'warning', 'error', 'alarm', 'alarm-ok', 'deploy'];
const NEWS: News[] = ['good', 'neutral', 'bad'];
const MOTIONS: Motion[] = ['up', 'down', 'level'];
const LINKS: Link[] = ['up', 'up', 'behind', 'down'];

const cue = fc.record({
  stream: fc.oneof(fc.constantFrom('lambda', 's3', '__proto__', 'constructor'), fc.string()),
  key: fc.oneof(fc.constantFrom('a', 'b', 'toString'), fc.string()),
  voice: fc.constantFrom(...VOICES),
  news: fc.constantFrom(...NEWS),
  interrupt: fc.constant('some' as const),
  figure: fc.constantFrom(...FIGURES),
  motion: fc.constantFrom(...MOTIONS),
  label: fc.string(),
});

const someSlots = fc
  .array(
    fc.record({
      cues: fc.array(cue, { maxLength: 12 }),
      link: fc.constantFrom(...LINKS),
      rest: fc.integer({ min: 0, max: 20 }),
    }),
    { maxLength: 25 },
  )
  .map((spans): Slot[] => {
    const slots: Slot[] = [];
    for (const { cues, link, rest } of spans) {
      const index = slots.length;
      const named = cues.map((told, at): Cue => ({
        ...told,
        id: `${String(index)}-${String(at)}`,
      }));
      slots.push({ index, cues: named, link });
      slots.push(...silence(index + 1, rest).map((slot) => ({ ...slot, link })));
    }
    return slots;
  });

/** Freezes everything that can be reached, so that a change throws. */
function frozen<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const inner of Object.values(value)) frozen(inner);
  return value;
}

function idsOf(slots: readonly Slot[]): string[] {
  return slots.flatMap(({ cues }) => cues.map(({ id }) => id));
}

describe('any stream of cues', () => {
  it('is settled, each id once, within 256 empty slots', () => {
    fc.assert(
      fc.property(someSlots, (slots) => {
        const piece = play([...slots, ...silence(slots.length, 256)]);
        expect(piece.settled.map(({ id }) => id).sort()).toEqual(idsOf(slots).sort());
        expect(waiting(piece.end)).toBe(0);
        expect(new Set(piece.notes.flatMap(({ events }) => events))).toEqual(new Set(idsOf(slots)));
      }),
      { numRuns: 60 },
    );
  });

  it('is counted exactly while it waits', () => {
    fc.assert(
      fc.property(someSlots, (slots) => {
        const piece = play(slots);
        expect(piece.settled.length + waiting(piece.end)).toBe(idsOf(slots).length);
      }),
      { numRuns: 40 },
    );
  });

  it('leaves the given state and slot unchanged', () => {
    fc.assert(
      fc.property(someSlots, (slots) => {
        let state: ComposerState = frozen(initialState(1));
        for (const slot of slots) state = frozen(compose(state, frozen(slot)).state);
      }),
      { numRuns: 40 },
    );
  });

  it('gives notes that can be played, in order, inside their slot', () => {
    fc.assert(
      fc.property(someSlots, (slots) => {
        const { notes } = play(slots);
        for (const { time, duration, midi, velocity, pan, slot } of notes) {
          expect(time).toBeGreaterThanOrEqual((slot * 5) / 32);
          expect(time).toBeLessThan(((slot + 1) * 5) / 32 + 1 / 64);
          expect(duration).toBeGreaterThan(0);
          expect(Number.isInteger(midi) && midi >= 33 && midi <= 91).toBe(true);
          expect(velocity >= 0.08 && velocity <= 1).toBe(true);
          expect(Math.round(velocity * 1000) / 1000).toBe(velocity);
          expect(Math.abs(pan)).toBeLessThanOrEqual(1);
        }
        const times = notes.map(({ time }) => time);
        expect(times.toSorted((a, b) => a - b)).toEqual(times);
      }),
      { numRuns: 40 },
    );
  });

  it('goes on from a state that was stored as JSON as if it had not been', () => {
    fc.assert(
      fc.property(someSlots, someSlots, (before, after) => {
        const { end } = play(before);
        const slots = after.map((slot) => ({ ...slot, index: slot.index + before.length }));
        const stored = JSON.parse(JSON.stringify(end)) as ComposerState;
        expect(stored).toEqual(end);
        expect(play(slots, 1, stored).notes).toEqual(play(slots, 1, end).notes);
        expect(() => tell(end)).not.toThrow();
      }),
      { numRuns: 30 },
    );
  });
});

describe('a seed', () => {
  const slots = eventStream({ eventsPerSecond: 10, seconds: 60, seed: 2, errors: 0.02 });
  const bytes = (seed: number) => JSON.stringify(play(slots, seed).notes);

  it('gives the same bytes again, and another seed others', () => {
    expect(bytes(1)).toBe(bytes(1));
    expect(bytes(1)).not.toBe(bytes(2));
  });
});

it('keeps its state under 64 KB through an hour at 200 events a second', () => {
  const slots = eventStream({ eventsPerSecond: 200, seconds: 60, seed: 4, errors: 0.01 });
  const random = chance(9);
  let state = initialState(1);
  let largest = 0;
  for (let index = 0; index < 3600 * 6.4; index += 1) {
    const { cues } = slots[Math.floor(random() * slots.length)]!;
    const named = cues.map((told, at) => ({
      ...told,
      id: `7f3b9c52-4d1e-4a8f-9b06-${String(index * 1000 + at).padStart(12, '0')}`,
    }));
    state = compose(state, { index, cues: named, link: 'up' }).state;
    if (index % 97 === 0) largest = Math.max(largest, JSON.stringify(state).length);
  }
  expect(largest).toBeGreaterThan(2000);
  expect(largest).toBeLessThanOrEqual(64 * 1024);
});

it('is settled within 256 slots also when every source speaks at once and then falls silent', () => {
  const cues = Array.from({ length: 900 }, (_, at): Cue => ({
    id: String(at),
    stream: `service-${String(at % 90)}`,
    key: String(at),
    voice: 'reed',
    news: 'neutral',
    interrupt: 'not-at-all',
    figure: 'plain',
    motion: 'level',
    label: '',
  }));
  const piece = play([{ index: 0, cues, link: 'up' }, ...silence(1, 256)]);
  expect(waiting(piece.end)).toBe(0);
});
