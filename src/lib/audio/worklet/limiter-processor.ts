import { LookAheadLimiter } from '../look-ahead-limiter';
import { workletScope } from './worklet-scope';

/** The limiter on the audio thread: one input, one output. */
export class LimiterProcessor extends workletScope.AudioWorkletProcessor {
  readonly #limiter = new LookAheadLimiter(workletScope.sampleRate);

  process(inputs: Float32Array[][], outputs: Float32Array[][]): boolean {
    this.#limiter.process(inputs[0] ?? [], outputs[0] ?? []);
    return true;
  }
}
