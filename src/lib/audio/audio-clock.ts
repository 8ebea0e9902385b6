import type { AudioTime } from './audio-output';
import { CLOCK } from './worklet/processor-names';

/** A clock that has not come there by then has lost its hardware. */
const PATIENCE_MS = 1000;

/** Ticks of the audio thread, about every 25 ms while the context runs. */
export class AudioClock {
  readonly #listeners = new Set<(now: AudioTime) => void>();
  readonly #node: AudioWorkletNode;

  constructor(context: AudioContext) {
    this.#node = new AudioWorkletNode(context, CLOCK, {
      numberOfInputs: 0,
      outputChannelCount: [1],
    });
    this.#node.port.onmessage = () => this.#tick(context.currentTime);
    this.#node.connect(context.destination);
  }

  /** Returns the end of the subscription. */
  onTick(listener: (now: AudioTime) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Resolves at the first tick at or after a time, or when the clock has stood still for too long. */
  reach(time: AudioTime): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        end();
        clearTimeout(limit);
        resolve();
      };
      const limit = setTimeout(done, PATIENCE_MS);
      const end = this.onTick((now) => {
        if (now >= time) done();
      });
    });
  }

  #tick(now: AudioTime): void {
    for (const listener of this.#listeners) listener(now);
  }
}
