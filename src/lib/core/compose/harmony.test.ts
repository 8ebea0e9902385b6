import { describe, expect, it } from 'vitest';
import { force, type Harmony, type HarmonyCues, initialHarmony, stepHarmony } from './harmony';

const CALM: HarmonyCues = { index: 0, mood: 0.7, alarms: 0, regime: 0, eventsPerSecond: 1 };

interface Moment {
  readonly index: number;
  readonly changed: boolean;
  readonly harmony: Harmony;
}

function run(
  from: Harmony,
  slots: number,
  cues: Partial<HarmonyCues> = {},
  start = 0,
  seed = 1,
): Moment[] {
  let harmony = from;
  let random = seed;
  return Array.from({ length: slots }, (_, at) => {
    const index = start + at;
    const step = stepHarmony(harmony, { ...CALM, ...cues, index }, random);
    harmony = step.harmony;
    random = step.random;
    return { index, changed: step.changed, harmony };
  });
}

function changes(moments: readonly Moment[]): number[] {
  return moments.filter(({ changed }) => changed).map(({ index }) => index);
}

describe('chords', () => {
  it('begin with I and change every two bars, every four while little happens', () => {
    const busy = run(initialHarmony(2), 129);
    expect(busy[0]?.harmony.degree).toBe(0);
    expect(changes(busy)).toEqual([0, 32, 64, 96, 128]);
    expect(changes(run(initialHarmony(2), 129, { eventsPerSecond: 0.1 }))).toEqual([0, 64, 128]);
  });

  it('are drawn by chance: seeds differ, and one seed repeats', () => {
    const degrees = (seed: number) =>
      run(initialHarmony(2), 640, {}, 0, seed).map((at) => at.harmony.degree);
    expect(degrees(1)).toEqual(degrees(1));
    expect(degrees(1)).not.toEqual(degrees(2));
  });
});

describe('forced chords', () => {
  const begun = run(initialHarmony(2), 3).at(-1)!.harmony;

  it('cut in at the next half bars and give way at the next grid line', () => {
    const moments = run(force(begun, [4, 0]), 40, {}, 3);
    expect(changes(moments)).toEqual([8, 16, 32]);
    expect(moments.find(({ index }) => index === 8)?.harmony.degree).toBe(4);
    expect(moments.find(({ index }) => index === 16)?.harmony.degree).toBe(0);
  });

  it('do not strike the chord again that sounds already', () => {
    expect(changes(run(force(begun, [0]), 20, {}, 3))).toEqual([]);
  });

  it('pass over a degree that has become diminished', () => {
    expect(changes(run(force(begun, [6]), 20, {}, 3))).toEqual([]);
  });
});

describe('modes and keys', () => {
  it('darken one step at a time at bar lines, with a new chord', () => {
    const moments = run(initialHarmony(2), 64, { mood: 0.4 });
    const modes = moments.filter(({ index }) => index % 16 === 0).map((at) => at.harmony.mode.mode);
    expect(modes).toEqual(['ionian', 'mixolydian', 'mixolydian', 'dorian']);
    expect(changes(moments)).toContain(48);
  });

  it('move by a fifth at bar 48 and come home at bar 96', () => {
    const moments = run(initialHarmony(2), 97 * 16);
    const tonicAt = (bar: number) => moments[bar * 16]?.harmony.tonic;
    expect(tonicAt(47)).toBe(2);
    expect([7, 9]).toContain(tonicAt(48));
    expect(tonicAt(95)).toBe(tonicAt(48));
    expect(tonicAt(96)).toBe(2);
  });

  it('stay while the mood is low, an alarm stands or the groove plays', () => {
    for (const cues of [{ mood: 0.6 }, { alarms: 1 }, { regime: 2 }])
      expect(run(initialHarmony(2), 48 * 16 + 1, cues).at(-1)?.harmony.tonic).toBe(2);
  });
});
