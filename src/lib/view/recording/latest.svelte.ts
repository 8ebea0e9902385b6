import { troubleOf, type Trouble } from '../attempt/trouble';

/** Something that takes a while and can be asked for again meanwhile: what was asked for last is done last. */
export class Latest<Wanted> {
  /** What was asked for and is not done yet; null while nothing is. */
  wanted: Wanted | null = $state.raw(null);
  /** Why the last one failed; null after one that went well. */
  trouble: Trouble | null = $state.raw(null);
  readonly #act: (wanted: Wanted) => Promise<void>;
  #isUnderWay = false;

  constructor(act: (wanted: Wanted) => Promise<void>) {
    this.#act = act;
  }

  /** Asks for something; what was asked for before and has not begun is left out. Never rejects. */
  async ask(wanted: Wanted): Promise<void> {
    this.wanted = wanted;
    if (this.#isUnderWay) return;
    this.#isUnderWay = true;
    this.trouble = null;
    try {
      while (this.wanted !== null) await this.#next(this.wanted);
    } catch (error) {
      this.wanted = null;
      this.trouble = troubleOf(error, navigator.onLine);
    } finally {
      this.#isUnderWay = false;
    }
  }

  async #next(wanted: Wanted): Promise<void> {
    await this.#act(wanted);
    if (this.wanted === wanted) this.wanted = null;
  }
}
