import type { Surroundings } from '../surroundings';
import { backoffMs } from './backoff';
import type { Connection } from './connection';
import { DeletionHealth } from './deletion-health';
import { failureOf, PATIENCE, type Failure } from './errors';
import { BATCH } from './queue';

/** How often a deletion is tried. */
const TRIES = 4;
const TIMEOUT_MS = 10_000;
/** How long fewer than ten messages wait for others to be deleted with. */
const GATHER_MS = 5_000;

/** What the deleter asks for and tells. */
export interface DeleterParts {
  readonly connection: Connection;
  readonly surroundings: Surroundings;
  readonly stop: AbortSignal;
  /** How many deletions may be in flight; at least one may. */
  readonly lanes: () => number;
  /** A lane is free, and no deletion needs it. */
  readonly freed: () => void;
  /** These are deleted, or given up. */
  readonly settled: (receipts: readonly string[]) => void;
  /** Deletions fail for another cause than before, or (null) succeed: for the first time, or again. */
  readonly tell: (failure: Failure | null) => void;
}

interface Group {
  receipts: readonly string[];
  tries: number;
}

/**
 * Deletes messages that are safe in the journal, ten at a time. Fewer than ten wait for others, at most 5 s. What fails
 * is tried again, alone, four times in all; then it is given up: the messages come again, and the session knows them
 * as duplicates and has them deleted once more. A refusal of the credentials asks for fresh ones, once until a deletion
 * succeeds. A failure is told from a second try on, since most mend themselves at the first.
 *
 * When stopped, the requests under way end by themselves, what was gathered gets one try, and nothing more is told.
 */
export class Deleter {
  readonly #parts: DeleterParts;
  readonly #health: DeletionHealth;
  #gathered: string[] = [];
  #isGathering = false;
  readonly #ready: Group[] = [];
  #inFlight = 0;
  #isRenewed = false;

  constructor(parts: DeleterParts) {
    this.#parts = parts;
    this.#health = new DeletionHealth((failure) => {
      if (!parts.stop.aborted) parts.tell(failure);
    });
    parts.stop.addEventListener('abort', () => this.flush());
  }

  /** How many deletions are in flight, or wait for a lane. */
  get due(): number {
    return this.#inFlight + this.#ready.length;
  }

  add(receipts: readonly string[]): void {
    this.#gathered.push(...receipts);
    while (this.#gathered.length >= BATCH) this.#close();
    if (this.#parts.stop.aborted) return this.flush();
    if (this.#gathered.length > 0) void this.#gather();
    this.#fill();
  }

  /** Waits for no others. */
  flush(): void {
    if (this.#gathered.length > 0) this.#close();
    this.#fill();
  }

  async #gather(): Promise<void> {
    if (this.#isGathering) return;
    this.#isGathering = true;
    await this.#parts.surroundings.sleep(GATHER_MS, this.#parts.stop);
    this.#isGathering = false;
    this.flush();
  }

  #close(): void {
    this.#ready.push({ receipts: this.#gathered.splice(0, BATCH), tries: 0 });
  }

  #fill(): void {
    while (this.#inFlight < Math.max(1, this.#parts.lanes())) {
      const group = this.#ready.shift();
      if (!group) return;
      this.#inFlight += 1;
      void this.#try(group).then((waitMs) => {
        this.#inFlight -= 1;
        if (waitMs !== null) void this.#later(group, waitMs);
        this.#fill();
        if (this.#ready.length === 0) this.#parts.freed();
      });
    }
  }

  /** @returns how long to wait before the next try; null when there is none. */
  async #try(group: Group): Promise<number | null> {
    group.tries += 1;
    const thrown = await this.#remove(group);
    if (group.receipts.length === 0) {
      this.#isRenewed = false;
      this.#health.succeeded();
      return null;
    }
    const failure = failureOf(thrown, this.#parts.surroundings.isOnline());
    if (group.tries > 1) this.#health.failed(failure);
    if (group.tries < TRIES && !this.#parts.stop.aborted) return this.#patience(failure, group);
    this.#parts.settled(group.receipts);
    return null;
  }

  /** Leaves in the group what could not be deleted, and gives what tells why. */
  async #remove(group: Group): Promise<unknown> {
    const { receipts } = group;
    try {
      const undeleted = await this.#parts.connection.ask(TIMEOUT_MS, (queue, signal) =>
        queue.remove(receipts, signal),
      );
      group.receipts = undeleted.map(({ receipt }) => receipt);
      const left = new Set(group.receipts);
      this.#parts.settled(receipts.filter((receipt) => !left.has(receipt)));
      return { name: undeleted.at(-1)?.code };
    } catch (thrown) {
      return thrown;
    }
  }

  async #patience({ cause }: Failure, { tries }: Group): Promise<number> {
    const isRefused = cause === 'credentials' || cause === 'denied';
    if (isRefused && !this.#isRenewed) {
      this.#isRenewed = true;
      await this.#parts.connection.renew();
      return 0;
    }
    const { random } = this.#parts.surroundings;
    return backoffMs(PATIENCE.unreachable, tries, PATIENCE.unreachable.capMs, random());
  }

  async #later(group: Group, waitMs: number): Promise<void> {
    await this.#parts.surroundings.sleep(waitMs, this.#parts.stop);
    this.#ready.push(group);
    this.#fill();
  }
}
