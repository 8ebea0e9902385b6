import { expect, it } from 'vitest';
import type { Cue } from '../mapping/cue';
import { cueLike } from './fixtures/event-stream';
import { type Piece, play, silence } from './fixtures/piece';
import { MODES } from './mode';
import { initialState } from './composer';
import { chordsOf } from './chord';
import { fourTones } from './severity-chord';
import type { Slot } from './slot';

function deploy(id: string): Cue {
  return cueLike(id, { figure: 'deploy', voice: 'major', stream: 'codedeploy', news: 'good' });
}

function slots(count: number, cues: Record<number, Cue[]>): Slot[] {
  return silence(0, count).map((slot) => ({ ...slot, cues: cues[slot.index] ?? [] }));
}

function major(piece: Piece) {
  return piece.notes.filter(({ voice }) => voice === 'major');
}

it('strums four tones of a major triad, about 30 ms apart', () => {
  const notes = major(play(slots(8, { 3: [deploy('d')] })));
  expect(notes.map(({ midi }) => midi)).toEqual([62, 66, 69, 74]);
  const steps = notes.slice(1).map(({ time }, at) => time - notes[at]!.time);
  expect(steps).toEqual([1 / 32, 1 / 32, 1 / 32]);
});

it('is followed by V and I at the next two half bars', () => {
  const { states } = play(slots(40, { 3: [deploy('d')] }));
  expect([7, 8, 16].map((at) => states[at]?.harmony.degree)).toEqual([0, 4, 0]);
});

it('takes IV where V is diminished', () => {
  const start = initialState(1);
  const mode = { ...start.harmony.mode, mode: 'phrygian' as const };
  const dark = {
    ...start,
    mood: { value: 0, bad: 500, good: 0 },
    harmony: { ...start.harmony, mode },
  };
  const { states } = play(slots(20, { 3: [deploy('d')] }), 1, dark);
  expect(chordsOf(2, 'phrygian')[4]?.quality).toBe('neither');
  expect([8, 16].map((at) => states[at]?.harmony.degree)).toEqual([3, 0]);
});

it('tells all that come within half a bar by one chord', () => {
  const piece = play(slots(40, { 0: [deploy('a')], 2: [deploy('b')], 5: [deploy('c')] }));
  expect(major(piece).map(({ slot, events }) => `${String(slot)} ${events.join(' ')}`)).toEqual([
    ...Array<string>(4).fill('0 a'),
    ...Array<string>(4).fill('8 b c'),
  ]);
});

it('finds four rising tones inside its register for every major triad', () => {
  for (let tonic = 0; tonic < 12; tonic += 1)
    for (const chord of MODES.flatMap((mode) => chordsOf(tonic, mode))) {
      const tones = fourTones(chord);
      expect(tones).toHaveLength(4);
      if (chord.quality !== 'major') continue;
      expect(tones[0]).toBeGreaterThanOrEqual(62);
      expect(tones[3]).toBeLessThanOrEqual(81);
      expect(tones.toSorted((a, b) => a - b)).toEqual(tones);
    }
});
