import type { Note } from '$lib/core/score/note';
import type { AudioOutput, AudioTime } from './audio-output';
import { SoundUnsupportedError } from './sound-unsupported-error';

/** An output that goes on in silence, on a clock of its own, where the browser cannot play sound. */
export class OutputOrSilence implements AudioOutput {
  #chosen: AudioOutput;
  readonly #sound: AudioOutput;
  readonly #silence: AudioOutput;
  readonly #listeners = new Map<(now: AudioTime) => void, () => void>();

  constructor(sound: AudioOutput, silence: AudioOutput) {
    this.#sound = this.#chosen = sound;
    this.#silence = silence;
  }

  /** Whether the browser could not play sound. */
  get silenced(): boolean {
    return this.#chosen !== this.#sound;
  }

  get running(): boolean {
    return this.#chosen.running;
  }

  get latencySeconds(): number {
    return this.#chosen.latencySeconds;
  }

  /** Resolves in silence too; rejects only for what is no want of the browser's. */
  async start(): Promise<void> {
    try {
      await this.#chosen.start();
    } catch (error) {
      if (!(error instanceof SoundUnsupportedError)) throw error;
      this.#chosen = this.#silence;
      for (const [listener, end] of this.#listeners) {
        end();
        this.#listeners.set(listener, this.#silence.onTick(listener));
      }
      await this.#silence.start();
    }
  }

  suspend(): Promise<void> {
    return this.#chosen.suspend();
  }

  now(): AudioTime {
    return this.#chosen.now();
  }

  onTick(listener: (now: AudioTime) => void): () => void {
    this.#listeners.set(listener, this.#chosen.onTick(listener));
    return () => {
      this.#listeners.get(listener)?.();
      this.#listeners.delete(listener);
    };
  }

  /** Silence is never interrupted. */
  onInterrupted(listener: () => void): () => void {
    return this.#sound.onInterrupted(listener);
  }

  play(note: Note, at: AudioTime): void {
    this.#chosen.play(note, at);
  }

  setVolume(volume: number): void {
    this.#chosen.setVolume(volume);
  }

  setMuted(muted: boolean): void {
    this.#chosen.setMuted(muted);
  }

  async close(): Promise<void> {
    await Promise.all([this.#sound.close(), this.#silence.close()]);
  }
}
