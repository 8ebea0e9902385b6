import { VOICES, type Note, type Seconds, type Voice } from '$lib/core/score/note';
import { Bus } from './bus';
import { Channel } from './channel';
import { DronePlayer } from './drone-player';
import { duckFor } from './ducking';
import type { Prints } from './freezing';
import { FrozenPlayer } from './frozen-player';
import { padFilter, PadPlayer } from './pad-player';
import type { Player } from './player';
import type { Context } from './tone';
import { isFrozen } from './voices/frozen-voices';
import { VOICE_TRAITS } from './voices/voice-traits';

/** All voices and the mix in one audio context, live or offline. */
export class Orchestra {
  readonly bus: Bus;
  readonly #players: ReadonlyMap<Voice, Player>;

  /** @param context Tone's, around a native context into which the worklet's module has been loaded. */
  constructor(
    private readonly context: Context,
    private readonly prints: Prints,
  ) {
    const native = context.rawContext as unknown as BaseAudioContext;
    this.bus = new Bus(native);
    this.#players = new Map(VOICES.map((voice) => [voice, this.#player(voice, native)]));
  }

  /** Schedules one note; what lies in the past is played at once. */
  play(note: Note, at: Seconds): void {
    const duck = duckFor(note.voice);
    if (duck) this.bus.duck(duck, at);
    this.#players.get(note.voice)?.play(note, at);
  }

  /** Must be called regularly with the stretch of time that comes next; stretches follow on each other. */
  advance(from: Seconds, until: Seconds): void {
    this.context.emit('tick');
    for (const player of this.#players.values()) player.advance?.(from, until);
  }

  #player(voice: Voice, native: BaseAudioContext): Player {
    const insert = voice === 'pad' ? padFilter(native) : undefined;
    const channel = new Channel(native, this.bus, VOICE_TRAITS[voice], insert);
    if (isFrozen(voice)) return new FrozenPlayer(native, voice, this.prints, channel);
    return voice === 'pad'
      ? new PadPlayer(native, channel)
      : new DronePlayer(this.context, channel);
  }
}
