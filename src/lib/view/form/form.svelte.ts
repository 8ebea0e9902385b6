import { Attempt } from '../attempt/attempt.svelte';
import type { Trouble } from '../attempt/trouble';
import type { Entry } from './entry.svelte';

/** A form: nothing is sent while a field is wrong, and nothing twice. */
export class Form {
  readonly #attempt = new Attempt();

  constructor(readonly entries: readonly Entry[]) {}

  get isUnderWay(): boolean {
    return this.#attempt.isUnderWay;
  }

  /** Why the last one failed, where it cannot be told beside a field. */
  get trouble(): Trouble | null {
    return this.entries.length === 1 ? null : this.#attempt.trouble;
  }

  /**
   * Sends the form, unless a field is wrong (the focus goes to the first one) or it is being sent already. What
   * fails with one field alone is told beside it.
   *
   * @returns whether it was sent and went well
   */
  async submit(action: () => Promise<void>): Promise<boolean> {
    if (this.isUnderWay || !this.#isRight()) return false;
    await this.#attempt.run(action);
    const { trouble } = this.#attempt;
    if (!trouble) return true;
    const [only, another] = this.entries;
    if (only && !another) {
      only.trouble = trouble.code ? `${trouble.text} (${trouble.code})` : trouble.text;
      only.element?.focus();
    }
    return false;
  }

  #isRight(): boolean {
    const wrong = this.entries.filter((entry) => !entry.validate());
    wrong[0]?.element?.focus();
    return wrong.length === 0;
  }
}
