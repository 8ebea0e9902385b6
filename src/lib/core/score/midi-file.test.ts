import { Midi } from '@tonejs/midi';
import { expect, it } from 'vitest';
import { midiFile } from './midi-file';
import { drumKey } from './midi-programme';
import { type Note, VOICES } from './note';
import type { Score } from './score';

function score(notes: readonly Note[]): Score {
  const mapping = { name: 'Default', sha256: 'abc' };
  return { version: 1, seed: 1, mapping, duration: 10, events: [], notes, unreadable: [] };
}

function note(told: Partial<Note>): Note {
  return {
    time: 0,
    duration: 0.5,
    midi: 60,
    velocity: 0.5,
    voice: 'piano',
    pan: 0,
    events: [],
    ...told,
  };
}

function read(notes: readonly Note[]): Midi {
  return new Midi(midiFile(score(notes)));
}

it('gives each voice its track and programme, the drums channel 10', () => {
  const midi = read(VOICES.map((voice, at) => note({ voice, time: at })));
  expect(midi.tracks.map(({ name }) => name)).toEqual([...VOICES]);
  const drums = midi.tracks.filter(({ channel }) => channel === 9).map(({ name }) => name);
  expect(drums).toEqual(['kit', 'snare']);
  const others = midi.tracks.map(({ channel }) => channel).filter((channel) => channel !== 9);
  expect(new Set(others).size).toBe(others.length);
  expect(Math.max(...others)).toBeLessThanOrEqual(15);
});

it('keeps time at 96 beats a minute: a slot is 120 ticks of 480, the swing 12', () => {
  const midi = read([note({ time: 5 / 32 }), note({ time: 15 / 32 + 1 / 64, midi: 62 })]);
  expect(midi.header.tempos[0]?.bpm).toBeCloseTo(96, 3);
  expect(midi.header.ppq).toBe(480);
  expect(midi.tracks[0]?.notes.map(({ ticks }) => ticks)).toEqual([120, 372]);
});

it('writes the tuned conga as the low conga, and the other drums as they are', () => {
  expect([41, 46, 52].map(drumKey)).toEqual([64, 64, 64]);
  expect([38, 70, 76].map(drumKey)).toEqual([38, 70, 76]);
  const midi = read([note({ voice: 'kit', midi: 50 }), note({ voice: 'kit', midi: 70 })]);
  expect(midi.tracks[0]?.notes.map((drum) => drum.midi).sort()).toEqual([64, 70]);
});

it('ends a note where its key is struck again', () => {
  const midi = read([note({ time: 0, duration: 2 }), note({ time: 1, duration: 2 })]);
  const [first, second] = midi.tracks[0]!.notes;
  expect(first!.time + first!.duration).toBeCloseTo(1, 3);
  expect(second!.duration).toBeCloseTo(2, 3);
});

it('is a Standard MIDI File also for a Score without notes', () => {
  const bytes = midiFile(score([]));
  expect(String.fromCharCode(...bytes.slice(0, 4))).toBe('MThd');
});
