import { connectorCommand, consoleFormLink } from '$lib/core/cloud/connector-command';
import { diagnose } from '$lib/core/cloud/diagnosis';
import type { Account } from '$lib/account/account';
import type { EpochMs } from '$lib/core/event/aws-event';
import type { SeenArrivals } from './connecting-arrivals.svelte';
import type { LightPoll } from './connecting-poll';
import type { ConnectedAccount, Connecting, ConnectionCheck, ConnectorOptions } from './membership';

export interface ConnectingParts {
  readonly account: Pick<Account, 'call'>;
  readonly arrivals: SeenArrivals;
  readonly poll: Pick<LightPoll, 'want'>;
  /** The address of the site's connector.yaml. */
  readonly templateUrl: string;
  readonly wallNow: () => EpochMs;
}

/** The queue was not opened before something was asked that needs it. */
class NotOpenError extends Error {
  override readonly name = 'NotOpenError';
  readonly resolution = 'Wait until the queue stands, then try again.';

  constructor() {
    super('your queue is still being made');
  }
}

/** Connecting an account, and seeing that it works. */
export class AccountConnecting implements Connecting {
  place: Connecting['place'] = $state.raw(null);
  accounts: readonly ConnectedAccount[] = $state.raw([]);
  checks: readonly ConnectionCheck[] = $state.raw([]);

  readonly #parts: ConnectingParts;
  #isClosed = false;

  constructor(parts: ConnectingParts) {
    this.#parts = parts;
  }

  get arrivals(): SeenArrivals {
    return this.#parts.arrivals;
  }

  /** Why nothing is read for the page any more; null while all is well. */
  get failure(): SeenArrivals['failure'] {
    return this.#parts.arrivals.failure;
  }

  async open(): Promise<void> {
    this.#isClosed = false;
    const { account, arrivals, poll, wallNow } = this.#parts;
    const { region, feedArn } = await account.call('ensure-queue', {});
    this.place = { region, feedArn };
    arrivals.waitFrom(wallNow());
    // Left while the queue was being made, the page waits for nothing.
    poll.want(!this.#isClosed);
    await this.#connections('list');
  }

  /** The page is left: nothing is read for it any more. */
  close(): void {
    this.#isClosed = true;
    this.#parts.poll.want(false);
  }

  addAccount(account: string): Promise<void> {
    return this.#connections('add', account.replace(/[\s-]/g, ''));
  }

  removeAccount(account: string): Promise<void> {
    return this.#connections('remove', account);
  }

  async check(): Promise<void> {
    this.checks = (await this.#parts.account.call('check-connection', {})).checks;
  }

  async sendTestEvent(): Promise<string> {
    return (await this.#parts.account.call('test-event', {})).eventId;
  }

  command(options: ConnectorOptions): { readonly text: string; readonly link: string } {
    const home = { ...this.#standing(), templateUrl: this.#parts.templateUrl };
    return { text: connectorCommand(options, home), link: consoleFormLink(options, home) };
  }

  explain(printed: string): readonly ConnectionCheck[] {
    const accounts = this.accounts.map(({ account }) => account);
    return diagnose(printed, { ...this.#standing(), accounts });
  }

  #standing(): NonNullable<Connecting['place']> {
    if (!this.place) throw new NotOpenError();
    return this.place;
  }

  async #connections(action: 'list' | 'add' | 'remove', account?: string): Promise<void> {
    const input = account === undefined ? { action } : { action, account };
    this.accounts = (await this.#parts.account.call('connections', input)).accounts;
  }
}
