import { expect, it } from 'vitest';
import type { Band } from './band';
import { cueLike } from './fixtures/event-stream';
import { type Line, newLine } from './line';
import { stepStage } from './stage';

function line(name: string, told: Partial<Line> = {}): Line {
  return { ...newLine(cueLike('a'), name, 0), ...told };
}

function front(band: Band): string[] {
  return band.filter(({ foreground }) => foreground).map(({ name }) => name);
}

const STEADY = ['a', 'b', 'c', 'd', 'e'].map((name, at) =>
  line(name, { rate: 5 - at / 2, slowRate: 5 - at / 2, heardAt: 1 }),
);

it('puts the three busiest in front, every four bars', () => {
  expect(front(stepStage(STEADY, 64))).toEqual(['a', 'b', 'c']);
  expect(front(stepStage(STEADY, 65))).toEqual([]);
});

it('gives the others a turn as those in front grow tired', () => {
  let band: Band = STEADY;
  const turns: string[] = [];
  for (let turn = 1; turn <= 8; turn += 1) {
    band = stepStage(band, 64 * turn);
    turns.push(...front(band));
  }
  expect(new Set(turns)).toEqual(new Set(['a', 'b', 'c', 'd', 'e']));
});

it('lets news pass before habit', () => {
  const newcomer = line('z', { rate: 4, slowRate: 0, heardAt: 1 });
  expect(front(stepStage([...STEADY, newcomer], 64))).toContain('z');
});

it('fills free places with whoever speaks', () => {
  const band = [line('a', { heardAt: 70 }), line('b', { heardAt: 10 })];
  expect(front(stepStage(band, 70))).toEqual(['a']);
});

it('has no place for drums', () => {
  expect(front(stepStage([line('drum', { kind: 'snare', rate: 50 })], 64))).toEqual([]);
});
