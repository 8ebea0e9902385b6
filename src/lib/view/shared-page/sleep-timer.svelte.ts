import type { EpochMs } from '$lib/core/event/aws-event';
import type { Listening } from '$lib/session/listening';

/** The music takes so long to fade. */
const FADE_MS = 30_000;

/** The times to choose from. */
export const SLEEP_MINUTES: readonly number[] = [15, 30, 60, 120];

type Asleep = 'off' | 'waiting' | 'fading' | 'asleep';

/**
 * Fades the music out after a time and pauses it. The volume is the one before the fade again, once it is over or
 * taken back; whoever moves it meanwhile is awake, and the timer is off.
 */
export class SleepTimer {
  state: Asleep = $state('off');
  endsAt: EpochMs | null = $state(null);
  readonly #listening: Pick<Listening, 'volume' | 'setVolume' | 'pause' | 'play'>;
  /** The volume before the fade, and the one that the fade set last. */
  #fade: { readonly from: number; set: number } | null = null;

  constructor(listening: Pick<Listening, 'volume' | 'setVolume' | 'pause' | 'play'>) {
    this.#listening = listening;
  }

  start(minutes: number, now: EpochMs): void {
    this.cancel();
    this.endsAt = now + minutes * 60_000;
    this.state = 'waiting';
  }

  /** Off, with the volume as it was; what fell asleep stays paused. */
  cancel(): void {
    this.#restore();
    this.endsAt = null;
    this.state = 'off';
  }

  /** Goes on after it fell asleep; call it inside a click. */
  async wake(): Promise<void> {
    this.cancel();
    await this.#listening.play();
  }

  /** Tells it the time; call it once a second or oftener. */
  tick(now: EpochMs): void {
    if (this.endsAt === null || this.state === 'asleep') return;
    const leftMs = this.endsAt - now;
    if (this.#fade && this.#listening.volume !== this.#fade.set) this.#stayAwake();
    else if (leftMs <= 0) this.#fallAsleep();
    else if (leftMs <= FADE_MS) this.#fadeTo(leftMs / FADE_MS);
  }

  #fadeTo(share: number): void {
    this.state = 'fading';
    const from = this.#fade?.from ?? this.#listening.volume;
    this.#listening.setVolume(from * share);
    this.#fade = { from, set: this.#listening.volume };
  }

  #stayAwake(): void {
    this.#fade = null;
    this.cancel();
  }

  #fallAsleep(): void {
    this.state = 'asleep';
    this.endsAt = null;
    void this.#listening.pause().finally(() => this.#restore());
  }

  #restore(): void {
    const fade = this.#fade;
    this.#fade = null;
    if (fade) this.#listening.setVolume(fade.from);
  }
}
