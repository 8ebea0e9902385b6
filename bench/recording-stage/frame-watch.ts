/** How smooth a page was for a while. */
export interface Smoothness {
  /** The longest time between two animation frames, in milliseconds. */
  readonly worstFrameMs: number;
  /** The longest that the page's own thread was busy at a stretch; 0 where never for 50 ms (Long Tasks API). */
  readonly longestTaskMs: number;
}

/** Watches how far animation frames lie apart, and how long the page's thread is busy, until it is ended. */
export class FrameWatch {
  #worstFrameMs = 0;
  #longestTaskMs = 0;
  #before: number | null = null;
  #isOn = true;
  readonly #tasks = new PerformanceObserver((list) => this.#note(list.getEntries()));

  constructor() {
    this.#tasks.observe({ type: 'longtask' });
    requestAnimationFrame(this.#step);
  }

  /** How it was; the time since the last frame counts. */
  end(): Smoothness {
    this.#isOn = false;
    this.#note(this.#tasks.takeRecords());
    this.#tasks.disconnect();
    const now = performance.now();
    const worstFrameMs = Math.max(this.#worstFrameMs, now - (this.#before ?? now));
    return { worstFrameMs, longestTaskMs: this.#longestTaskMs };
  }

  #note(tasks: PerformanceEntryList): void {
    for (const { duration } of tasks) this.#longestTaskMs = Math.max(this.#longestTaskMs, duration);
  }

  readonly #step = (at: number): void => {
    if (!this.#isOn) return;
    this.#worstFrameMs = Math.max(this.#worstFrameMs, at - (this.#before ?? at));
    this.#before = at;
    requestAnimationFrame(this.#step);
  };
}
