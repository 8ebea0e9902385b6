import { browserTabs, type TabChannel, type Tabs } from './tabs';
import { hold, type Tenure } from './tenure';

/** News of a pause reaches the other tabs within this time; only then the lock is free. */
const PAUSE_MS = 200;

/**
 * Which of the tabs that listen to one queue sounds.
 *
 * The first that plays sounds, and one that plays later begins silent, until its listener asks for the sound. When the
 * tab that sounds is closed or crashes, the one that has followed for the longest sounds on: music does not stop
 * because a tab was closed. When it is paused, the others stay silent: a pause is a wish for silence, and each of them
 * can still be asked. The next that plays sounds. Where the browser offers no way to the other tabs, or refuses it to
 * the page, each sounds.
 */
export class SoundPlace {
  #tabs: Tabs | null;
  readonly #lock: string;
  readonly #listeners = new Set<(here: boolean) => void>();
  #here = true;
  /** Ends the stretch of playing that is under way. */
  #playing: AbortController | null = null;
  /** Ends the wait for the sound; null when nothing is waited for. */
  #waiting: AbortController | null = null;
  #channel: TabChannel | null = null;
  #tenure: Tenure | null = null;
  /** The sound's lock for a moment after a pause. */
  #leaving: Tenure | null = null;

  /**
   * @param name of the queue that is listened to
   * @param tabs the browser's unless told; null where they cannot be reached
   */
  constructor(name: string, tabs: Tabs | null = browserTabs()) {
    this.#tabs = tabs;
    this.#lock = `aws-musical-event sounds ${name}`;
  }

  /** Whether this tab is the one to sound; as it was last, while it does not play. */
  get here(): boolean {
    return this.#here;
  }

  /** Tells of each change; gives what ends that. */
  onChange(hear: (here: boolean) => void): () => void {
    this.#listeners.add(hear);
    return () => this.#listeners.delete(hear);
  }

  /** Takes part, when playing begins or goes on. Resolves when it is known whether this tab sounds. */
  async join(): Promise<void> {
    await this.#enter({ ifAvailable: true });
  }

  /** Takes the sound, from whichever tab has it. */
  async takeHere(): Promise<void> {
    if (this.#playing) await this.#claim({ steal: true });
    else await this.#enter({ steal: true });
  }

  /** Leaves, when playing is paused or ends. */
  release(): void {
    const [tenure, channel, tabs] = [this.#tenure, this.#channel, this.#tabs];
    this.#playing?.abort();
    this.#waiting?.abort();
    this.#playing = this.#waiting = this.#channel = this.#tenure = null;
    if (!tenure || !tabs) return channel?.close();
    channel?.post('paused');
    this.#leaving = tenure;
    void tabs.sleep(PAUSE_MS, new AbortController().signal).then(() => {
      channel?.close();
      if (this.#leaving !== tenure) return;
      this.#leaving = null;
      tenure.release();
    });
  }

  async #enter(claim: { ifAvailable: true } | { steal: true }): Promise<void> {
    if (!this.#tabs || this.#playing) return;
    this.#playing = new AbortController();
    this.#channel = this.#tabs.channel(this.#lock, (message) => this.#hear(message));
    const [mine] = [this.#leaving, (this.#leaving = null)];
    if (mine && !mine.robbed.aborted) this.#sound(mine);
    else await this.#claim(claim);
  }

  async #claim(claim: { ifAvailable: true } | { steal: true }): Promise<void> {
    const playing = this.#playing;
    if (!this.#tabs || !playing || this.#tenure) return;
    this.#waiting?.abort();
    this.#waiting = null;
    const tenure = await hold(this.#tabs.locks, this.#lock, claim).catch(() => this.#goAlone());
    if (playing.signal.aborted || this.#tenure) return tenure?.release();
    if (tenure) return this.#sound(tenure);
    this.#tell(false);
    void this.#wait();
  }

  /** Goes on as where there are no other tabs, since the browser refuses locks to the page. */
  #goAlone(): null {
    this.#tabs = null;
    this.release();
    this.#tell(true);
    return null;
  }

  /** Waits until the sound is free. */
  async #wait(): Promise<void> {
    if (!this.#tabs || !this.#playing || this.#waiting) return;
    const waiting = (this.#waiting = new AbortController());
    const tenure = await hold(this.#tabs.locks, this.#lock, { signal: waiting.signal });
    if (waiting.signal.aborted) return tenure?.release();
    this.#waiting = null;
    if (tenure) this.#sound(tenure);
  }

  #sound(tenure: Tenure): void {
    this.#tenure = tenure;
    if (tenure.robbed.aborted) return this.#lose(tenure);
    tenure.robbed.addEventListener('abort', () => this.#lose(tenure));
    this.#channel?.post('sounds');
    this.#tell(true);
  }

  #lose(tenure: Tenure): void {
    if (this.#tenure !== tenure) return;
    this.#tenure = null;
    this.#tell(false);
    void this.#wait();
  }

  #hear(message: unknown): void {
    if (this.#tenure) return;
    if (message === 'sounds') void this.#wait();
    if (message !== 'paused') return;
    this.#waiting?.abort();
    this.#waiting = null;
  }

  #tell(here: boolean): void {
    if (here === this.#here) return;
    this.#here = here;
    for (const hear of this.#listeners) hear(here);
  }
}
