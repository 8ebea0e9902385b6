import { describe, expect, it } from 'vitest';
import { waiting } from './composer';
import { eventStream } from './fixtures/event-stream';
import {
  chordToneShare,
  inKeyShare,
  leastGap,
  likenessOfBars,
  meanMotion,
  minorPulsesPerSecond,
  mostAtOnce,
  notesPerSecond,
  pitchClassEntropy,
  waitAt,
  widestKeyRange,
} from './fixtures/measures';
import { isDrum, isRoutineTone, play } from './fixtures/piece';

const RATES = [0.1, 1, 10, 50, 200, 1000];

describe.each(RATES)('four minutes at %d events a second', (eventsPerSecond) => {
  const piece = play(eventStream({ eventsPerSecond, seconds: 240, seed: 11 }));
  const bars = likenessOfBars(piece);

  it('settle each event once and note it once, or let it wait', () => {
    const heard = piece.slots.flatMap(({ cues }) => cues.map(({ id }) => id));
    const settled = piece.settled.map(({ id }) => id);
    expect(new Set(settled).size).toBe(settled.length);
    expect(settled.length + waiting(piece.end)).toBe(heard.length);
    expect(piece.settled.filter(({ disposition }) => disposition === 'suppressed')).toEqual([]);
    const noted = new Set(piece.notes.flatMap(({ events }) => events));
    expect(noted).toEqual(new Set(settled));
  });

  it('are in key, on chord tones where it counts, and move little', () => {
    expect(inKeyShare(piece)).toBe(1);
    expect(chordToneShare(piece)).toBeGreaterThanOrEqual(0.98);
    expect(meanMotion(piece)).toBeLessThanOrEqual(1.5);
  });

  it('keep to their density', () => {
    expect(notesPerSecond(piece, isRoutineTone)).toBeLessThanOrEqual(10);
    expect(notesPerSecond(piece, isDrum)).toBeLessThanOrEqual(13);
    expect(leastGap(piece)).toBeGreaterThanOrEqual(0.14);
    expect(mostAtOnce(piece, isRoutineTone)).toBeLessThanOrEqual(12);
    expect(mostAtOnce(piece, () => true)).toBeLessThanOrEqual(24);
  });

  it('are varied and coherent', () => {
    expect(pitchClassEntropy(piece)).toBeGreaterThanOrEqual(2);
    expect(pitchClassEntropy(piece)).toBeLessThanOrEqual(2.8);
    expect(bars.repeated).toBeLessThanOrEqual(0.05);
    expect(bars.likeness).toBeLessThanOrEqual(0.5);
    expect(bars.likeness).toBeGreaterThanOrEqual(eventsPerSecond >= 10 ? 0.1 : 0);
  });

  it('are prompt', () => {
    expect(waitAt(piece, 0.95)).toBeLessThanOrEqual(eventsPerSecond < 4 ? 0.1 : 1.1);
  });
});

it.each([1, 10, 50])('keeps a key within four semitones for ten minutes at %d/s', (rate) => {
  const piece = play(eventStream({ eventsPerSecond: rate, seconds: 600, seed: 5 }));
  expect(widestKeyRange(piece)).toBeLessThanOrEqual(4);
});

it.each([
  [10, 0.01],
  [50, 0.01],
  [200, 0.01],
  [200, 0.05],
  [1000, 0.2],
])('tells a storm of errors (%d/s, share %d) in three pulses a second or fewer', (rate, errors) => {
  const piece = play(eventStream({ eventsPerSecond: rate, seconds: 240, seed: 3, errors }));
  const pulses = minorPulsesPerSecond(piece);
  expect(pulses).toBeGreaterThan(0);
  expect(pulses).toBeLessThanOrEqual(3);
  const failed = piece.slots.flatMap(({ cues }) => cues.filter(({ figure }) => figure === 'error'));
  const told = new Set(piece.settled.map(({ id }) => id));
  const waits = failed.filter(({ id }) => !told.has(id)).length;
  const { queue, storm } = piece.end.errors;
  expect(waits).toBe(queue.length + storm.length);
});
