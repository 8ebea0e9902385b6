import type { Seconds, Voice } from '$lib/core/score/note';
import { holdFor } from './voices/frozen-voice';
import { FROZEN_VOICES, type FrozenName } from './voices/frozen-voices';
import { VOICE_TRAITS } from './voices/voice-traits';

/** Which rendered note a note is played from. */
export interface PrintKey {
  readonly voice: FrozenName;
  readonly anchor: number;
  readonly hold: Seconds;
}

/** The print that a note of this voice, pitch and duration is played from. */
export function printKey(voice: FrozenName, midi: number, duration: Seconds): PrintKey {
  const recipe = FROZEN_VOICES[voice];
  return { voice, anchor: recipe.anchor(midi), hold: holdFor(recipe, duration) };
}

/** Every print that ordinary notes need, alerts first, then the busiest voices. */
export function ordinaryPrints(): readonly PrintKey[] {
  return (Object.keys(FROZEN_VOICES) as FrozenName[]).flatMap(printsOf);
}

function printsOf(voice: FrozenName): PrintKey[] {
  const [lowest, highest] = VOICE_TRAITS[voice].register;
  const anchors = new Set<number>();
  for (let midi = lowest; midi <= highest; midi++) anchors.add(FROZEN_VOICES[voice].anchor(midi));
  return [...anchors].map((anchor) => ({ voice, anchor, hold: shortest(voice) }));
}

function shortest(voice: Voice & FrozenName): Seconds {
  return FROZEN_VOICES[voice].holds[0] ?? VOICE_TRAITS[voice].noteSeconds;
}

/**
 * Rendered notes, each made once. A live pool of the same synthesisers took 52 % of a core at 50 events a second;
 * played from memory they take a quarter of it.
 */
export class Prints {
  readonly #ready = new Map<string, AudioBuffer>();
  readonly #underWay = new Map<string, Promise<AudioBuffer>>();

  /** The print if it is ready; nothing is begun. */
  get(key: PrintKey): AudioBuffer | undefined {
    return this.#ready.get(nameOf(key));
  }

  /** The print, rendered now if it has not been. Rejects when the browser cannot render it. */
  make(key: PrintKey): Promise<AudioBuffer> {
    const name = nameOf(key);
    const ready = this.#ready.get(name);
    if (ready) return Promise.resolve(ready);
    const underWay = this.#underWay.get(name) ?? this.#render(key, name);
    this.#underWay.set(name, underWay);
    return underWay;
  }

  /** Makes all of them, one after the other, `rest` in between; those asked for meanwhile are not made twice. */
  async makeAll(keys: readonly PrintKey[], rest: () => Promise<void>): Promise<void> {
    for (const key of keys) {
      if (this.get(key)) continue;
      await rest();
      await this.make(key);
    }
  }

  async #render(key: PrintKey, name: string): Promise<AudioBuffer> {
    try {
      const print = await FROZEN_VOICES[key.voice].print(key.anchor, key.hold);
      this.#ready.set(name, print);
      return print;
    } finally {
      this.#underWay.delete(name);
    }
  }
}

function nameOf({ voice, anchor, hold }: PrintKey): string {
  return `${voice} ${anchor} ${hold}`;
}
