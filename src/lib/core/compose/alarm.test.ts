import { describe, expect, it } from 'vitest';
import type { Cue } from '../mapping/cue';
import type { Voice } from '../score/note';
import { describe as tell } from './composer';
import { cueLike } from './fixtures/event-stream';
import { type Piece, play, silence } from './fixtures/piece';
import type { Slot } from './slot';

const BAR = 16;

function alarm(id: string, key = 'cpu'): Cue {
  return cueLike(id, { figure: 'alarm', voice: 'alarm', stream: 'cloudwatch', news: 'bad', key });
}

function ok(id: string, key = 'cpu'): Cue {
  return { ...alarm(id, key), figure: 'alarm-ok', news: 'good' };
}

function slots(count: number, cues: Record<number, Cue[]>): Slot[] {
  return silence(0, count).map((slot) => ({ ...slot, cues: cues[slot.index] ?? [] }));
}

function of(piece: Piece, voice: Voice) {
  return piece.notes.filter((note) => note.voice === voice);
}

function onsets(piece: Piece, voice: Voice): number[] {
  return [...new Set(of(piece, voice).map(({ slot }) => slot))];
}

describe('an alarm', () => {
  const piece = play(slots(80 * BAR, { 3: [alarm('a')] }));

  it('sounds 3 + 2 pulses of a dissonant chord at once', () => {
    const first = of(piece, 'alarm').filter(({ slot }) => slot < 20);
    expect([...new Set(first.map(({ slot }) => slot))]).toEqual([3, 4, 5, 8, 9]);
    expect(first.slice(0, 4).map(({ midi }) => midi)).toEqual([62, 68, 69, 70]);
  });

  it('comes back every 8 bars for 24 bars, then every 32', () => {
    const reminders = onsets(piece, 'alarm').filter((slot) => (slot - 3) % (8 * BAR) === 0);
    expect(reminders.map((slot) => (slot - 3) / BAR)).toEqual([0, 8, 16, 24, 56]);
  });

  it('leaves a drone that steps back and never stops', () => {
    const drone = of(piece, 'drone');
    expect(drone.slice(0, 3).map(({ midi }) => midi)).toEqual([50, 68, 69]);
    const ends = drone.map(({ time, duration }) => time + duration);
    const gaps = drone.slice(3).map(({ time }, at) => time - ends[at]!);
    expect(Math.max(...gaps)).toBe(0);
    const velocityIn = (bar: number) => drone.find(({ slot }) => slot === bar * BAR)?.velocity;
    expect([2, 4, 6, 23, 26].map(velocityIn)).toEqual([0.34, 0.34, 0.24, 0.24, 0.17]);
  });

  it('darkens the mode within eight bars', () => {
    const dorian = piece.states.findIndex(({ harmony }) => harmony.mode.mode === 'dorian');
    expect(dorian / BAR).toBeGreaterThanOrEqual(4);
    expect(dorian / BAR).toBeLessThanOrEqual(8);
    expect(tell(piece.end).alarms).toEqual(['a']);
  });
});

describe('its OK', () => {
  const piece = play(slots(30 * BAR, { 3: [alarm('a')], 100: [ok('b')] }));

  it('opens the drone into the tonic triad at the next bar line', () => {
    const last = of(piece, 'drone').slice(-3);
    expect(last.map(({ slot }) => slot)).toEqual([112, 112, 112]);
    expect(last.map(({ duration }) => duration)).toEqual([2.2, 2.2, 2.2]);
    expect(last.map(({ events }) => events)).toEqual([['b'], ['b'], ['b']]);
    const before = of(piece, 'drone').slice(-6, -3);
    const moves = last.map(({ midi }, at) => Math.abs(midi - before[at]!.midi));
    expect(Math.max(...moves)).toBeLessThanOrEqual(3);
    expect(last.map(({ midi }) => midi % 12)).toEqual([2, 5, 9]);
  });

  it('turns the harmony home before the drone opens, and ionian back within twelve bars', () => {
    expect([104, 112].map((at) => piece.states[at]?.harmony.degree)).toEqual([0, 0]);
    const back = piece.states.findIndex(
      ({ harmony }, at) => at > 112 && harmony.mode.mode === 'ionian',
    );
    expect((back - 100) / BAR).toBeLessThanOrEqual(12);
    expect(back).toBeGreaterThan(112);
  });
});

describe('several alarms', () => {
  it('in one slot are one figure, and each must come back by itself', () => {
    const both = { 0: [alarm('a', 'x'), alarm('b', 'y')], 40: [ok('c', 'x')], 80: [ok('d', 'y')] };
    const piece = play(slots(200, both));
    expect(of(piece, 'alarm').filter(({ slot }) => slot === 0)[0]?.events).toEqual(['a', 'b']);
    expect(of(piece, 'glass')[0]?.events).toEqual(['c']);
    expect(of(piece, 'drone').at(-1)?.events).toEqual(['d']);
    expect(of(piece, 'drone').at(-1)?.slot).toBe(80);
  });

  it('wait for the figure before them, and no longer', () => {
    const piece = play(slots(40, { 0: [alarm('a', 'x')], 2: [alarm('b', 'y')] }));
    const second = of(piece, 'alarm').filter(({ events }) => events.includes('b'));
    expect(second[0]?.slot).toBe(8);
  });

  it('are remembered up to 64', () => {
    const many = Array.from({ length: 100 }, (_, at) => alarm(`a${String(at)}`, String(at)));
    expect(tell(play(slots(4, { 0: many })).end).alarms).toHaveLength(64);
  });
});

it('answers an OK that nobody waited for, and an alarm that is over in its own slot', () => {
  const lone = play(slots(20, { 2: [ok('a')] }));
  expect(lone.settled).toEqual([{ id: 'a', disposition: 'played' }]);
  const brief = play(slots(40, { 2: [alarm('a'), ok('b')] }));
  expect(brief.settled.map(({ id }) => id)).toEqual(['a', 'b']);
  expect(onsets(brief, 'drone')).toEqual([10]);
});
