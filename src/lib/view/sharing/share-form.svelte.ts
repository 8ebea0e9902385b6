import type { EpochMs, Outcome } from '$lib/core/event/aws-event';
import type { Sharing } from '$lib/session/membership';
import { Entry } from '../form/entry.svelte';
import { Form } from '../form/form.svelte';
import { checkListeners, checkName, checkSources, sourcesIn } from './share-checks';
import { DEFAULT_LIFE } from './share-lives';

/** All outcomes, from good to bad. */
export const OUTCOMES: readonly Outcome[] = ['success', 'neutral', 'warning', 'error'];

/** Making a link: what is chosen, and the link itself until it is put away. */
export class ShareForm {
  readonly name = new Entry(checkName);
  readonly listeners = new Entry(checkListeners, '10');
  readonly sources = new Entry(checkSources);
  readonly form = new Form([this.name, this.listeners, this.sources]);
  /** How long the link lives, in seconds. */
  lifeSeconds: number = $state(DEFAULT_LIFE.seconds);
  outcomes: readonly Outcome[] = $state.raw(OUTCOMES);
  /** The link that was just made; it is nowhere else. */
  made: { readonly name: string; readonly link: string } | null = $state.raw(null);
  readonly #sharing: Sharing;

  constructor(sharing: Sharing) {
    this.#sharing = sharing;
  }

  /** Lets an outcome through, or not. The last one stays: a link that lets nothing through is silent. */
  setOutcome(outcome: Outcome, on: boolean): void {
    const next = OUTCOMES.filter((each) => (each === outcome ? on : this.outcomes.includes(each)));
    if (next.length > 0) this.outcomes = next;
  }

  /**
   * Makes the link.
   *
   * @param now the time from which it lives
   */
  async make(now: EpochMs): Promise<void> {
    const name = this.name.value.trim();
    await this.form.submit(async () => {
      const link = await this.#sharing.create({
        name,
        expiresAt: now + this.lifeSeconds * 1000,
        maxListeners: Number(this.listeners.value),
        filter: {
          sources: sourcesIn(this.sources.value),
          outcomes: this.outcomes.length === OUTCOMES.length ? [] : this.outcomes,
        },
      });
      this.made = { name, link };
      this.name.clear();
    });
  }

  /** Puts the link away, for good. */
  putAway(): void {
    this.made = null;
  }
}
