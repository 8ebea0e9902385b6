import type { AudioTime } from './audio-output';
import { CLOCK } from './worklet/processor-names';

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

  /** Resolves at the first tick at or after a time. Never, while the context stands still. */
  reach(time: AudioTime): Promise<void> {
    return new Promise((resolve) => {
      const end = this.onTick((now) => {
        if (now < time) return;
        end();
        resolve();
      });
    });
  }

  #tick(now: AudioTime): void {
    for (const listener of this.#listeners) listener(now);
  }
}
