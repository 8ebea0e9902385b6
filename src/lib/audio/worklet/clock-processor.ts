import { workletScope } from './worklet-scope';

const TICK_SECONDS = 0.025;

/** Posts the audio clock's time about every 25 ms, at the audio thread's own pace: no hidden tab slows it. */
export class ClockProcessor extends workletScope.AudioWorkletProcessor {
  #next = 0;

  process(): boolean {
    const now = workletScope.currentTime;
    if (now < this.#next) return true;
    this.#next = Math.max(this.#next + TICK_SECONDS, now);
    this.port.postMessage(now);
    return true;
  }
}
