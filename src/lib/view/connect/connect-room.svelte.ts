import type { Connecting, ConnectionCheck, ConnectorOptions } from '$lib/session/membership';
import type { CheckState } from '$lib/core/cloud/calls';
import { Attempt } from '../attempt/attempt.svelte';
import { checkAccountId, cleanDigits } from '../form/entry-checks';
import { Entry } from '../form/entry.svelte';
import { Form } from '../form/form.svelte';

/** What becomes of a step: done, the one to do now, or one that waits for it. */
export type StepState = 'done' | 'now' | 'later';

const RANK: Readonly<Record<CheckState, number>> = { wrong: 0, unknown: 1, ok: 2 };

/** The Connect page: what was chosen, what is under way, and how far one is. */
export class ConnectRoom {
  /** Where the connector goes; null for the Region of the feed. */
  region: string | null = $state(null);
  leavesNamesOut = $state(false);
  readCalls = $state(false);
  /** When the last test event was sent, and its id. */
  test: { readonly id: string } | null = $state.raw(null);
  /** What was read from the pasted diagnosis; null before one was pasted. */
  findings: readonly ConnectionCheck[] | null = $state.raw(null);
  /** What has just been done with the accounts, in words. */
  told = $state('');
  readonly opening = new Attempt();
  readonly checking = new Attempt();
  readonly testing = new Attempt();
  readonly removing = new Attempt();
  readonly explaining = new Attempt();
  readonly account = new Entry(checkAccountId);
  readonly adding = new Form([this.account]);

  constructor(
    readonly connecting: Connecting,
    readonly deployment: 'own' | 'hosted',
  ) {}

  readonly options: ConnectorOptions = $derived.by(() => ({
    region: this.region ?? this.connecting.place?.region ?? '',
    names: this.leavesNamesOut ? 'mask' : 'keep',
    readCalls: this.readCalls,
  }));

  /** The command and the link for what was chosen; null until the queue stands. */
  readonly command = $derived.by(() =>
    this.connecting.place ? this.connecting.command(this.options) : null,
  );

  /** The newest checks, what is wrong first, what is right last. */
  readonly checks: readonly ConnectionCheck[] = $derived.by(() =>
    this.connecting.checks.toSorted((one, other) => RANK[one.state] - RANK[other.state]),
  );

  /** Whether the connector would stand in another Region than the feed. */
  get isElsewhere(): boolean {
    const { place } = this.connecting;
    return place !== null && this.options.region !== place.region;
  }

  /** How far one is: the queue, the connector, the first event. */
  get steps(): readonly [StepState, StepState, StepState] {
    const { place, arrivals } = this.connecting;
    const hasQueue = place !== null;
    const hasHeard = arrivals.firstEvent !== null;
    const hasConnector = arrivals.connector !== null || this.deployment === 'own';
    return [
      hasQueue ? 'done' : 'now',
      !hasQueue ? 'later' : hasConnector ? 'done' : 'now',
      hasHeard ? 'done' : hasQueue && hasConnector ? 'now' : 'later',
    ];
  }

  /** Makes or repairs the queue, then looks whether all is right. */
  async open(): Promise<void> {
    await this.opening.run(() => this.connecting.open());
    if (!this.opening.trouble) await this.check();
  }

  check(): Promise<void> {
    return this.checking.run(() => this.connecting.check());
  }

  async addAccount(): Promise<void> {
    const account = cleanDigits(this.account.value);
    this.told = '';
    if (!(await this.adding.submit(() => this.connecting.addAccount(account)))) return;
    this.account.clear();
    this.told = 'Added. Now run the command in that account.';
    await this.check();
  }

  async removeAccount(account: string): Promise<void> {
    await this.removing.run(async () => {
      this.told = '';
      await this.connecting.removeAccount(account);
      this.told =
        'Removed. Its connector is refused from now on; the removal command takes it away.';
    });
    if (!this.removing.trouble) await this.check();
  }

  sendTest(): Promise<void> {
    return this.testing.run(async () => {
      this.test = null;
      this.test = { id: await this.connecting.sendTestEvent() };
    });
  }

  /** Reads what the diagnosis command printed. */
  explain(printed: string): Promise<void> {
    return this.explaining.run(async () => {
      this.findings = null;
      this.findings = this.connecting.explain(printed);
    });
  }
}
