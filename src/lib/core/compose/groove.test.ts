import { expect, it } from 'vitest';
import type { Motion } from '../mapping/cue';
import type { Voice } from '../score/note';
import { cueLike } from './fixtures/event-stream';
import { grooveGain, isPulse, playsInGroove, pulsesPerBar } from './groove';
import { type Line, lineName, newLine, pendingOf } from './line';

function line(voice: Voice, told: Partial<Line> = {}, motion: Motion = 'up'): Line {
  const cue = cueLike('a', { voice, motion });
  return { ...newLine(cue, lineName(cue), 0), ...told };
}

function pulses(of: Line): number[] {
  return Array.from({ length: 16 }, (_, at) => at).filter((at) => isPulse(of, at));
}

it('pulses more often as a source grows busier, within bounds', () => {
  const tonal = (rate: number) => pulsesPerBar(line('pluck', { rate, foreground: true }));
  expect([0, 3, 15, 60, 1000].map(tonal)).toEqual([2, 2, 3, 5, 5]);
  const drum = (rate: number) => pulsesPerBar(line('snare', { rate }));
  expect([0, 3, 15, 60, 1000].map(drum)).toEqual([2, 2, 5, 7, 7]);
});

it('lets a tonal line outside the foreground pulse twice', () => {
  expect(pulsesPerBar(line('pluck', { rate: 1000 }))).toBe(2);
});

it('fills the snare from the backbeat outward', () => {
  expect(pulses(line('snare', { rate: 0 }))).toEqual([4, 12]);
  expect(pulses(line('snare', { rate: 1000 }))).toEqual([2, 4, 7, 9, 10, 12, 15]);
});

it('turns each drum of the kit to its own place', () => {
  expect(pulses(line('kit', { rate: 10 }, 'up'))).toEqual([0, 4, 8, 12]);
  expect(pulses(line('kit', { rate: 10 }, 'level'))).toEqual([2, 6, 10, 14]);
  expect(pulses(line('kit', { rate: 10 }, 'down'))).toEqual([3, 7, 11, 15]);
});

it('plays at once after two silent seconds, and lets nothing wait long', () => {
  const waiting = [pendingOf(cueLike('a'), 100)];
  const silent = line('snare', { pending: waiting, soundedAt: 88 });
  expect([100, 101].map((at) => playsInGroove(silent, at))).toEqual([true, true]);
  const busy = line('snare', { pending: waiting, soundedAt: 98 });
  expect([101, 102, 103].map((at) => playsInGroove(busy, at))).toEqual([false, false, false]);
  const late = line('snare', { pending: [pendingOf(cueLike('a'), 94)], soundedAt: 98 });
  expect(playsInGroove(late, 101)).toBe(true);
});

it('softens ghosts, shakers off the beat and rims', () => {
  expect([4, 12, 7].map((at) => grooveGain('snare', at))).toEqual([1, 1, 0.42]);
  expect([2, 6, 4].map((at) => grooveGain('modify', at))).toEqual([1, 1, 0.6]);
  expect(grooveGain('remove', 3)).toBe(0.7);
  expect(grooveGain('tonal', 3)).toBe(1);
});
