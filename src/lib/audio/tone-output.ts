import type { Note } from '$lib/core/score/note';
import { AudioClock } from './audio-clock';
import type { AudioOutput, AudioTime } from './audio-output';
import type { Prints } from './freezing';
import { openNativeContext } from './native-context';
import { orchestraContext } from './tone-context';
import { limiterLatency } from './look-ahead-limiter';
import { Orchestra } from './orchestra';
import { PAGE_PRINTS } from './prepare';
import { volumeGain } from './volume-curve';
import { loadSoundModule } from './worklet/sound-module';

/** How long the sound takes to fade at pause and play. */
const FADE: AudioTime = 0.06;
/** The time constant of a move of the volume slider. */
const GLIDE: AudioTime = 0.02;
/** How far ahead of the clock late decisions are made. */
const AHEAD: AudioTime = 0.05;

interface Live {
  readonly native: AudioContext;
  readonly orchestra: Orchestra;
  readonly clock: AudioClock;
}

/** Sound from the loudspeaker, by Tone.js. Nothing is opened before `start`. */
export class ToneOutput implements AudioOutput {
  #native: AudioContext | null = null;
  #live: Promise<Live> | null = null;
  #ready: Live | null = null;
  #listeners = new Set<(now: AudioTime) => void>();
  #volume = 1;
  #muted = false;
  /** Counts starts and suspends, so that the last one wins. */
  #turn = 0;

  constructor(private readonly prints: Prints = PAGE_PRINTS) {}

  get running(): boolean {
    return this.#ready?.native.state === 'running';
  }

  get latencySeconds(): number {
    const native = this.#native;
    if (!native) return 0;
    const known = [native.baseLatency, native.outputLatency].filter(Number.isFinite);
    const own = limiterLatency(native.sampleRate) / native.sampleRate;
    return known.reduce((sum, part) => sum + part, own);
  }

  /**
   * @throws SoundUnsupportedError where the browser has no Web Audio or no AudioWorklet.
   * @throws SoundModuleError when our module for the audio thread could not be loaded.
   */
  async start(): Promise<void> {
    this.#turn++;
    const native = (this.#native ??= openNativeContext());
    // The click counts only for what is asked before the first wait.
    const resumed = native.resume();
    this.#live ??= this.#open(native);
    const { orchestra } = await this.#live.catch((error: unknown) => this.#giveUp(error));
    await resumed;
    ramp(orchestra.bus.out.gain, 1, native.currentTime);
  }

  async suspend(): Promise<void> {
    const turn = ++this.#turn;
    const live = this.#ready;
    if (!live || live.native.state !== 'running') return;
    const end = live.native.currentTime + FADE;
    ramp(live.orchestra.bus.out.gain, 0, live.native.currentTime);
    await live.clock.reach(end + this.latencySeconds);
    if (turn === this.#turn) await live.native.suspend();
  }

  now(): AudioTime {
    return this.#native?.currentTime ?? 0;
  }

  onTick(listener: (now: AudioTime) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Listen only while it plays: a pause of our own changes the state too. */
  onInterrupted(listener: () => void): () => void {
    const native = this.#native;
    const hear = (): void => {
      if (native?.state !== 'running') listener();
    };
    native?.addEventListener('statechange', hear);
    return () => native?.removeEventListener('statechange', hear);
  }

  play(note: Note, at: AudioTime): void {
    this.#ready?.orchestra.play(note, at);
  }

  setVolume(volume: number): void {
    this.#volume = volume;
    this.#applyVolume();
  }

  setMuted(muted: boolean): void {
    this.#muted = muted;
    this.#applyVolume();
  }

  async close(): Promise<void> {
    this.#turn++;
    this.#listeners.clear();
    const native = this.#native;
    this.#native = this.#ready = this.#live = null;
    await native?.close();
  }

  async #open(native: AudioContext): Promise<Live> {
    await loadSoundModule(native);
    const live = {
      native,
      orchestra: new Orchestra(orchestraContext(native), this.prints),
      clock: new AudioClock(native),
    };
    live.orchestra.bus.out.gain.value = 0;
    live.clock.onTick((now) => this.#tick(live, now));
    this.#ready = live;
    this.#applyVolume();
    return live;
  }

  /** Leaves the way free for another try. */
  #giveUp(error: unknown): never {
    this.#live = null;
    throw error;
  }

  #tick({ orchestra }: Live, now: AudioTime): void {
    orchestra.advance(now, now + AHEAD);
    for (const listener of this.#listeners) listener(now);
  }

  #applyVolume(): void {
    const live = this.#ready;
    if (!live) return;
    const gain = this.#muted ? 0 : volumeGain(this.#volume);
    live.orchestra.bus.master.gain.setTargetAtTime(gain, live.native.currentTime, GLIDE);
  }
}

/** From wherever it stands to the target. */
function ramp(param: AudioParam, target: number, now: AudioTime): void {
  const from = param.value;
  param.cancelScheduledValues(now);
  param.setValueAtTime(from, now);
  param.linearRampToValueAtTime(target, now + FADE);
}
