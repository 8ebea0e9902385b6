import * as tonejs from '@tonejs/midi';
import { DRUM_CHANNEL, drumKey, PROGRAMMES } from './midi-programme';
import { type Note, VOICES, type Voice } from './note';
import type { Score } from './score';

/** Node sees the package's CommonJS build, whose names are on its default export; a bundler sees its modules. */
const { Midi } = ('default' in tonejs ? tonejs.default : tonejs) as typeof tonejs;

const BEATS_PER_MINUTE = 96;
const PAN_CONTROL = 10;

/** A Score as a Standard MIDI File: a track for each voice that sounds, at 96 beats a minute, drums on channel 10. */
export function midiFile(score: Score): Uint8Array {
  const midi = new Midi();
  midi.header.setTempo(BEATS_PER_MINUTE);
  midi.header.name = score.mapping.name;
  for (const voice of VOICES) {
    const notes = score.notes.filter((note) => note.voice === voice);
    if (notes.length > 0) writeTrack(midi, voice, notes);
  }
  return midi.toArray();
}

function writeTrack(midi: tonejs.Midi, voice: Voice, notes: readonly Note[]): void {
  const track = midi.addTrack();
  const programme = PROGRAMMES[voice];
  const tonal = VOICES.filter((name) => PROGRAMMES[name] !== null).indexOf(voice);
  track.name = voice;
  track.channel = programme === null ? DRUM_CHANNEL : tonal < DRUM_CHANNEL ? tonal : tonal + 1;
  if (programme !== null) track.instrument.number = programme;
  track.addCC({ number: PAN_CONTROL, value: meanPan(notes), time: 0 });
  for (const { time, duration, midi: key, velocity } of withoutOverlap(voice, notes))
    track.addNote({ midi: key, time, duration, velocity });
}

/** 0 (left) to 1 (right), as the control wants it. */
function meanPan(notes: readonly Note[]): number {
  const sum = notes.reduce((total, { pan }) => total + pan, 0);
  return (sum / notes.length + 1) / 2;
}

/** A key on one channel sounds once at a time: a note ends where its key is struck again. */
function withoutOverlap(voice: Voice, notes: readonly Note[]): readonly Note[] {
  const next = new Map<number, number>();
  const written: Note[] = [];
  for (const note of notes.toReversed()) {
    const midi = PROGRAMMES[voice] === null ? drumKey(note.midi) : note.midi;
    const again = next.get(midi) ?? Infinity;
    const duration = Math.min(note.duration, again - note.time);
    if (duration > 0) written.push({ ...note, midi, duration });
    next.set(midi, note.time);
  }
  return written.reverse();
}
