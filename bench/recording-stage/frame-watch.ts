/** Watches how far animation frames lie apart, until it is ended. */
export class FrameWatch {
  #worstMs = 0;
  #before: number | null = null;
  #isOn = true;

  constructor() {
    requestAnimationFrame(this.#step);
  }

  /** The longest time between two frames, in milliseconds, the time since the last one included. */
  end(): number {
    this.#isOn = false;
    return Math.max(this.#worstMs, performance.now() - (this.#before ?? performance.now()));
  }

  readonly #step = (at: number): void => {
    if (!this.#isOn) return;
    this.#worstMs = Math.max(this.#worstMs, at - (this.#before ?? at));
    this.#before = at;
    requestAnimationFrame(this.#step);
  };
}
