import type { Note, Seconds } from '$lib/core/score/note';
import type { Channel } from './channel';
import { frequencyOf } from './pitch';
import type { Player } from './player';
import { makeRoom, PROTECTED, type Sounding } from './polyphony';
import { Gain, Synth, type Context } from './tone';
import { ALARM_PARTIALS } from './voices/alarm';
import { VOICE_TRAITS } from './voices/voice-traits';

const RELEASE: Seconds = 0.8;
/** How long a note that has ended waits for the next bar's before it is let go. */
const GRACE: Seconds = 0.15;
/** A tone may move this far to become the next one, as the drone does when its alarm is over. */
const GLIDE_SEMITONES = 3;
const GLIDE: Seconds = 0.12;
/** Time constant of the step from one bar's velocity to the next. */
const SWELL: Seconds = 0.15;

interface Held extends Sounding {
  readonly synth: Synth;
  readonly gain: Gain;
  midi: number;
  startsAt: Seconds;
  /** The end of the last note tied to it; its release has not been scheduled. */
  endsAt: Seconds;
  velocity: number;
}

/**
 * The alarm's held tones. A note that follows on one of the same pitch goes on with it, and one within three semitones
 * of a tone that ends glides from there; so an alarm of an hour is one tone and not a row of strokes.
 */
export class DronePlayer implements Player {
  #held: Held[] = [];
  #leaving: { readonly held: Held; readonly goneAt: Seconds }[] = [];

  constructor(
    private readonly context: Context,
    private readonly channel: Channel,
  ) {}

  play(note: Note, wanted: Seconds): void {
    const at = Math.max(wanted, this.context.currentTime);
    const tied = this.#tieFor(note, at);
    if (tied) this.#extend(tied, note, at);
    else this.#begin(note, at);
  }

  advance(from: Seconds, until: Seconds): void {
    const ended = this.#held.filter(({ endsAt }) => endsAt + GRACE < until);
    for (const held of ended) this.#release(held, Math.max(from, held.endsAt + GRACE));
    const gone = this.#leaving.filter(({ goneAt }) => goneAt < from);
    for (const { held } of gone) dispose(held);
    this.#leaving = this.#leaving.filter(({ goneAt }) => goneAt >= from);
  }

  #tieFor(note: Note, at: Seconds): Held | undefined {
    const open = this.#held.filter(
      ({ startsAt, endsAt }) => startsAt < at - PROTECTED && at <= endsAt + GRACE,
    );
    const distance = ({ midi }: Held): number => Math.abs(midi - note.midi);
    return open
      .filter((held) => distance(held) <= GLIDE_SEMITONES)
      .toSorted((a, b) => distance(a) - distance(b))[0];
  }

  #extend(held: Held, note: Note, at: Seconds): void {
    if (held.midi !== note.midi) held.synth.setNote(frequencyOf(note.midi), at);
    held.gain.gain.setTargetAtTime(note.velocity, at, SWELL);
    Object.assign(held, {
      midi: note.midi,
      startsAt: at,
      endsAt: at + note.duration,
      velocity: note.velocity,
    });
  }

  #begin(note: Note, at: Seconds): void {
    const { cap, fall } = VOICE_TRAITS.drone;
    const room = makeRoom(this.#held, cap, at, fall);
    if (room.kind === 'refused') return;
    if (room.kind === 'steal') this.#release(room.victim, at);
    const gain = new Gain({ context: this.context, gain: note.velocity });
    const synth = droneSynth(this.context).connect(gain);
    gain.connect(this.channel.input(note.pan));
    synth.triggerAttack(frequencyOf(note.midi), at);
    this.#held.push({
      synth,
      gain,
      midi: note.midi,
      startsAt: at,
      endsAt: at + note.duration,
      velocity: note.velocity,
    });
  }

  #release(held: Held, at: Seconds): void {
    held.synth.triggerRelease(at);
    this.#held = this.#held.filter((other) => other !== held);
    this.#leaving.push({ held, goneAt: at + RELEASE });
  }
}

function droneSynth(context: Context): Synth {
  return new Synth({
    context,
    portamento: GLIDE,
    oscillator: { type: 'custom', partials: ALARM_PARTIALS },
    envelope: { attack: 0.4, decay: 0.2, sustain: 0.9, release: RELEASE },
  });
}

function dispose({ synth, gain }: Held): void {
  synth.dispose();
  gain.dispose();
}
