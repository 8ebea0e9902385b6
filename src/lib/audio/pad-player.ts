import type { Note, Seconds } from '$lib/core/score/note';
import type { Channel } from './channel';
import { frequencyOf } from './pitch';
import type { Player } from './player';
import { makeRoom, type Sounding } from './polyphony';
import { VOICE_TRAITS } from './voices/voice-traits';

const PARTIALS = [1, 0.05, 0.01];
/** Two oscillators a note, this far to either side, so that it slowly beats. */
const DETUNE_CENTS = 3.5;
const ATTACK: Seconds = 1.4;
/** Time constants: of the release, and of a stolen note's fall. */
const RELEASE: Seconds = 0.45;
const STEAL_FALL: Seconds = 0.1;
/** After this many time constants a note is 52 dB down and is stopped. */
const TAIL = 6;
/** At velocity 0.7, as the composer writes it, an open chord comes to −29.4 LUFS. */
const PEAK = 0.3;

const SWEEP_SECONDS: Seconds = 47;
const SWEEP_LOW_HZ = 430;
const SWEEP_HIGH_HZ = 900;
const SWEEP_Q = 0.3;

interface Held extends Sounding {
  readonly oscillators: readonly OscillatorNode[];
  readonly gain: GainNode;
  /** The gain's rise in units a second. */
  readonly rise: number;
  readonly peak: number;
}

/** The pad's own filter: a low-pass that opens and closes in 47 s. Goes between its panners and its level. */
export function padFilter(context: BaseAudioContext): BiquadFilterNode {
  const middle = (SWEEP_LOW_HZ + SWEEP_HIGH_HZ) / 2;
  const filter = new BiquadFilterNode(context, { type: 'lowpass', frequency: middle, Q: SWEEP_Q });
  filter.frequency.automationRate = 'k-rate';
  const sweep = new OscillatorNode(context, { frequency: 1 / SWEEP_SECONDS });
  sweep.connect(new GainNode(context, { gain: SWEEP_HIGH_HZ - middle })).connect(filter.frequency);
  sweep.start();
  return filter;
}

/** Idle, and under everything: held chords from native oscillators, which cost a third of Tone's. */
export class PadPlayer implements Player {
  #sounding: readonly Held[] = [];
  readonly #wave: PeriodicWave;

  constructor(
    private readonly context: BaseAudioContext,
    private readonly channel: Channel,
  ) {
    const imag = Float32Array.from([0, ...PARTIALS]);
    this.#wave = new PeriodicWave(context, { real: imag.map(() => 0), imag });
  }

  play(note: Note, wanted: Seconds): void {
    const at = Math.max(wanted, this.context.currentTime);
    const { cap, fall } = VOICE_TRAITS.pad;
    const room = makeRoom(this.#sounding, cap, at, fall);
    if (room.kind === 'refused') return;
    if (room.kind === 'steal') this.#steal(room.victim, at);
    this.#sounding = [...this.#sounding, this.#begin(note, at)];
  }

  #begin(note: Note, at: Seconds): Held {
    const gain = new GainNode(this.context, { gain: 0 });
    gain.connect(this.channel.input(note.pan));
    const rise = (PEAK * note.velocity) / ATTACK;
    const attack = Math.min(ATTACK, note.duration);
    gain.gain.setValueAtTime(0, at);
    gain.gain.linearRampToValueAtTime(rise * attack, at + attack);
    gain.gain.setTargetAtTime(0, at + note.duration, RELEASE);
    const endsAt = at + note.duration + TAIL * RELEASE;
    const oscillators = [-DETUNE_CENTS, DETUNE_CENTS].map((cents) =>
      this.#oscillator(note.midi, cents, gain, at, endsAt),
    );
    const held = {
      startsAt: at,
      endsAt,
      velocity: note.velocity,
      oscillators,
      gain,
      rise,
      peak: rise * attack,
    };
    oscillators[0]?.addEventListener('ended', () => this.#forget(held));
    return held;
  }

  #oscillator(
    midi: number,
    detune: number,
    to: AudioNode,
    at: Seconds,
    endsAt: Seconds,
  ): OscillatorNode {
    const frequency = frequencyOf(midi);
    const oscillator = new OscillatorNode(this.context, {
      periodicWave: this.#wave,
      frequency,
      detune,
    });
    oscillator.connect(to);
    oscillator.start(at);
    oscillator.stop(endsAt);
    return oscillator;
  }

  #steal(victim: Held, at: Seconds): void {
    const level = Math.min(victim.peak, victim.rise * (at - victim.startsAt));
    const { gain } = victim.gain;
    gain.cancelScheduledValues(at);
    if (at < victim.startsAt + ATTACK) gain.linearRampToValueAtTime(level, at);
    gain.setTargetAtTime(0, at, STEAL_FALL);
    for (const oscillator of victim.oscillators) oscillator.stop(at + TAIL * STEAL_FALL);
    this.#sounding = this.#sounding.filter((other) => other !== victim);
  }

  #forget(held: Held): void {
    held.gain.disconnect();
    this.#sounding = this.#sounding.filter((other) => other !== held);
  }
}
