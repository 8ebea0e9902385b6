import type { Membership } from '$lib/session/membership';
import { Attempt } from '../attempt/attempt.svelte';
import { checkCode, cleanDigits } from '../form/entry-checks';
import { Entry } from '../form/entry.svelte';
import { Form } from '../form/form.svelte';

/** Setting the authenticator app up, and taking it away. */
export class Authenticator {
  /** What the app needs, while it is being set up. */
  key: { readonly secret: string; readonly uri: string } | null = $state.raw(null);
  /** What has just been done, in words. */
  told = $state('');
  readonly code = new Entry(checkCode);
  readonly form = new Form([this.code]);
  readonly pressing = new Attempt();
  readonly #membership: Membership;

  constructor(membership: Membership) {
    this.#membership = membership;
  }

  /** Asks for the secret. */
  begin(): Promise<void> {
    return this.pressing.run(async () => {
      this.told = '';
      this.key = await this.#membership.beginTotp();
    });
  }

  /** Proves with a code that the app has the secret; from then on it is asked for at sign-in. */
  async finish(): Promise<void> {
    const went = await this.form.submit(() =>
      this.#membership.finishTotp(cleanDigits(this.code.value)),
    );
    if (went) this.#end('From now on the authenticator is asked for when you sign in.');
  }

  /** Leaves without setting it up. */
  cancel(): void {
    this.#end('');
  }

  remove(): Promise<void> {
    return this.pressing.run(async () => {
      await this.#membership.removeTotp();
      this.#end('The authenticator is no longer asked for.');
    });
  }

  #end(told: string): void {
    this.key = null;
    this.code.clear();
    this.told = told;
  }
}

/** A secret in groups of four, as it is typed. */
export function grouped(secret: string): string {
  return secret.match(/.{1,4}/g)?.join(' ') ?? '';
}
