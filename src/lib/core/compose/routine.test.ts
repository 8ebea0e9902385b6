import { describe, expect, it } from 'vitest';
import type { Cue } from '../mapping/cue';
import { cueLike } from './fixtures/event-stream';
import { play, silence } from './fixtures/piece';
import type { Slot } from './slot';

function slot(index: number, cues: readonly Cue[], link: Slot['link'] = 'up'): Slot {
  return { index, cues, link };
}

function cues(count: number, told: Partial<Cue> = {}, from = 0): Cue[] {
  return Array.from({ length: count }, (_, at) => cueLike(`e${String(from + at)}`, told));
}

function routine(slots: readonly Slot[]) {
  const piece = play(slots);
  const notes = piece.notes.filter(({ voice }) => voice !== 'pad');
  return { ...piece, notes };
}

describe('single notes', () => {
  it('play one event a source and slot, the rest in the slots after', () => {
    const { notes } = routine([slot(0, cues(3)), ...silence(1, 10)]);
    expect(notes.map(({ slot: at, events }) => [at, ...events])).toEqual([
      [0, 'e0'],
      [1, 'e1'],
      [2, 'e2'],
    ]);
  });

  it('take the oldest together when more than four wait', () => {
    const { notes, settled } = routine([slot(0, cues(7)), ...silence(1, 10)]);
    expect(notes[0]?.events).toEqual(['e0', 'e1', 'e2']);
    expect(notes).toHaveLength(5);
    expect(settled.slice(0, 3)).toEqual([
      { id: 'e0', disposition: 'played' },
      { id: 'e1', disposition: 'aggregated', reason: 'told together with 2 others' },
      { id: 'e2', disposition: 'aggregated', reason: 'told together with 2 others' },
    ]);
  });

  it('come from different sources at once, three tones a slot at the most', () => {
    const sources = (['pluck', 'piano', 'glass', 'keys', 'mallet'] as const).map((voice) =>
      cueLike(voice, { voice, stream: voice }),
    );
    const { notes } = routine([slot(0, sources), ...silence(1, 3)]);
    expect(notes.map(({ slot: at }) => at)).toEqual([0, 0, 0, 1, 1]);
  });
});

describe('pitch', () => {
  it('is a chord tone on the beat', () => {
    const { notes } = routine([slot(0, cues(1))]);
    expect([2, 6, 9, 4]).toContain(notes[0]!.midi % 12);
  });

  it("is the drum's own for drums; an insert's conga follows the chord's root", () => {
    const kit = (motion: Cue['motion']) => cueLike(motion, { voice: 'kit', motion });
    const snare = cueLike('s', { voice: 'snare' });
    const { notes } = routine([slot(0, [kit('up'), kit('level'), kit('down'), snare])]);
    expect(notes.map(({ midi }) => midi)).toEqual([50, 70, 76, 38]);
  });
});

describe('the groove', () => {
  const flood = Array.from({ length: 200 }, (_, at) => slot(at, cues(8, {}, 8 * at)));

  it('collects what comes between two pulses into one note', () => {
    const { notes } = routine(flood);
    const late = notes.filter((note) => note.slot > 100);
    expect(late.length).toBeLessThan(40);
    for (const { events } of late) expect(events.length).toBeGreaterThan(8);
  });

  it('plays at once while we are catching up, softer', () => {
    const up = routine([slot(0, cues(1))]).notes[0]!;
    const behind = routine([slot(0, cues(1), 'behind')]).notes[0]!;
    expect(behind.velocity).toBeLessThan(0.7 * up.velocity + 0.001);
  });
});

describe('EC2', () => {
  const bass = (motion: Cue['motion'], id = 'e0') =>
    cueLike(id, { voice: 'bass', stream: 'ec2', motion });

  it('starts with root and fifth, stops with fifth and root, two slots apart', () => {
    const started = routine([slot(0, [bass('up')]), ...silence(1, 4)]).notes;
    expect(started.map(({ slot: at, midi }) => [at, midi])).toEqual([
      [0, 38],
      [2, 45],
    ]);
    const stopped = routine([slot(0, [bass('down')]), ...silence(1, 4)]).notes;
    expect(stopped.map(({ midi }) => midi)).toEqual([45, 38]);
  });

  it('tells all that start together by one figure, and a stop by the next', () => {
    const ids = ['a', 'b', 'c'].map((id) => bass('up', id));
    const { notes } = routine([slot(0, [...ids, bass('down', 'd')]), ...silence(1, 8)]);
    expect(notes.map(({ slot: at, events }) => [at, events.length])).toEqual([
      [0, 3],
      [2, 3],
      [4, 1],
      [6, 1],
    ]);
  });

  it('is a single tone otherwise', () => {
    expect(routine([slot(0, [bass('level')]), ...silence(1, 4)]).notes).toHaveLength(1);
  });
});
