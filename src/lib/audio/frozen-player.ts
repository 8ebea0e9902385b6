import type { Note, Seconds } from '$lib/core/score/note';
import type { Channel } from './channel';
import { printKey, type PrintKey, type Prints } from './freezing';
import type { Player } from './player';
import { makeRoom, type Sounding } from './polyphony';
import { FROZEN_VOICES, type FrozenName } from './voices/frozen-voices';
import { VOICE_TRAITS } from './voices/voice-traits';

interface Struck extends Sounding {
  readonly source: AudioBufferSourceNode;
  readonly gain: GainNode;
}

/** A stolen note falls with this time constant, too fast to blur and too slow to click. */
const STEAL_FALL: Seconds = 0.006;
const STEAL_END: Seconds = 0.045;

/** How late a note may still come when its print had to be made first: an alert is worth more late than never. */
const LATEST_ROUTINE: Seconds = 0.25;
const LATEST_ALERT: Seconds = 2;

/** Plays one voice from its prints: source → gain → panner. */
export class FrozenPlayer implements Player {
  #sounding: readonly Struck[] = [];

  constructor(
    private readonly context: BaseAudioContext,
    private readonly voice: FrozenName,
    private readonly prints: Prints,
    private readonly channel: Channel,
  ) {}

  play(note: Note, at: Seconds): void {
    const key = printKey(this.voice, note.midi, note.duration);
    const print = this.prints.get(key);
    if (print) this.#strike(print, key, note, at);
    else void this.#makeAndStrike(key, note, at);
  }

  async #makeAndStrike(key: PrintKey, note: Note, at: Seconds): Promise<void> {
    const print = await this.prints.make(key).catch(() => null);
    const latest = VOICE_TRAITS[this.voice].group === 'alert' ? LATEST_ALERT : LATEST_ROUTINE;
    if (print && this.context.currentTime <= at + latest) this.#strike(print, key, note, at);
  }

  #strike(print: AudioBuffer, key: PrintKey, note: Note, wanted: Seconds): void {
    const at = Math.max(wanted, this.context.currentTime);
    if (!this.#clear(at)) return;
    const playbackRate = bend(note.midi, key);
    const source = new AudioBufferSourceNode(this.context, { buffer: print, playbackRate });
    const gain = new GainNode(this.context, { gain: note.velocity });
    source.connect(gain).connect(this.channel.input(note.pan));
    source.start(at);
    const endsAt = this.#damp(source, gain, note, at, key.hold / playbackRate);
    const struck = {
      source,
      gain,
      startsAt: at,
      endsAt: Math.min(endsAt, at + print.duration / playbackRate),
      velocity: note.velocity,
    };
    source.onended = () => this.#forget(struck);
    this.#sounding = [...this.#sounding, struck];
  }

  /** Ends a note that is shorter than its print. Gives the latest end. */
  #damp(
    source: AudioBufferSourceNode,
    gain: GainNode,
    note: Note,
    at: Seconds,
    hold: Seconds,
  ): Seconds {
    const { ringOn, release } = FROZEN_VOICES[this.voice];
    const from = at + note.duration + ringOn;
    if (note.duration + ringOn >= hold) return Infinity;
    gain.gain.setValueAtTime(note.velocity, from);
    gain.gain.linearRampToValueAtTime(0, from + release);
    source.stop(from + release);
    return from + release;
  }

  /** Finds room for one more; false when there is none. */
  #clear(at: Seconds): boolean {
    const { cap, fall } = VOICE_TRAITS[this.voice];
    const room = makeRoom(this.#sounding, cap, at, fall);
    if (room.kind === 'steal') this.#steal(room.victim, at);
    return room.kind !== 'refused';
  }

  #steal(victim: Struck, at: Seconds): void {
    victim.gain.gain.cancelScheduledValues(at);
    victim.gain.gain.setTargetAtTime(0, at, STEAL_FALL);
    victim.source.stop(at + STEAL_END);
    this.#sounding = this.#sounding.filter((other) => other !== victim);
  }

  #forget(struck: Struck): void {
    struck.gain.disconnect();
    this.#sounding = this.#sounding.filter((other) => other !== struck);
  }
}

/** How much faster or slower a print is played to reach the note; sounds without a tuned pitch keep theirs. */
function bend(midi: number, key: PrintKey): number {
  const semitones = midi - key.anchor;
  return Math.abs(semitones) <= 1 ? 2 ** (semitones / 12) : 1;
}
