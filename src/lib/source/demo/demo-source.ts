import type { EpochMs } from '../../core/event/aws-event';
import type { Body, EventSource, SourceListener } from '../event-source';
import { REAL_SURROUNDINGS, type Surroundings } from '../surroundings';
import { lengthOf, newScenario } from './play-scenario';
import type { ScenarioName } from './scenarios';
import type { Simulation } from './simulation';

/** As many as a queue delivers at once. */
const BATCH = 10;
/** A queue without messages answers this often. */
const LONG_POLL_MS = 20_000;
/** From the end of a round to the beginning of the next; the pad goes on. */
const REST_MS = 4_000;
/** Further off than this, the machine has slept or its clock was set: the round goes on where it was. */
const ASTRAY_MS = 5_000;

/** One playing of a scenario, and how many bodies it has given. */
interface Round {
  readonly seed: number;
  readonly sim: Simulation;
  count: number;
}

/** Lets the next thing of a round happen; gives the messages that come of it. */
function stepOf(scenario: ScenarioName, round: Round): Body[] {
  const { seed, sim } = round;
  return sim.step().map((text) => ({
    text,
    messageId: `demo-${scenario}-${seed}-${round.count++}`,
    sentAt: sim.wallMs,
  }));
}

/**
 * A scenario of the model, delivered when it happens, as a queue would deliver it. At its end there is a short rest,
 * and it begins again with the next seed: another day of the same kind. A run goes on where the one before was
 * stopped, as if no time had passed.
 */
export class DemoSource implements EventSource {
  readonly kind = 'demo';
  readonly #scenario: ScenarioName;
  readonly #firstSeed: number;
  readonly #lengthMs: number;
  readonly #surroundings: Surroundings;
  #round: Round | null = null;
  #stoppedAt: EpochMs | null = null;
  /** What has happened and is not delivered yet. */
  readonly #due: Body[] = [];
  /** How long nothing has been delivered. */
  #quietMs = 0;

  /** @param seed the first round's; each round takes the next. */
  constructor(
    scenario: ScenarioName,
    seed: number,
    surroundings: Surroundings = REAL_SURROUNDINGS,
  ) {
    this.#scenario = scenario;
    this.#firstSeed = seed;
    this.#lengthMs = lengthOf(scenario);
    this.#surroundings = surroundings;
  }

  async run(listener: SourceListener, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    listener.report({ kind: 'connecting', at: this.#surroundings.now() });
    signal.addEventListener('abort', () => (this.#stoppedAt = this.#surroundings.now()));
    let round = this.#resumed();
    while (!signal.aborted) {
      this.#round = round;
      const isOver = round.sim.nextMs >= this.#lengthMs;
      const atMs = isOver ? this.#lengthMs + REST_MS : round.sim.nextMs;
      await this.#until(atMs, round.sim, listener, signal);
      if (signal.aborted) return;
      this.#keepUp(atMs, round.sim);
      if (isOver) round = this.#roundOf(round.seed + 1, round.sim.startMs + atMs);
      else this.#due.push(...stepOf(this.#scenario, round));
    }
  }

  #roundOf(seed: number, startMs: EpochMs): Round {
    return { seed, sim: newScenario(this.#scenario, seed, startMs), count: 0 };
  }

  /** The round as it was left, moved to now; or the first one. */
  #resumed(): Round {
    const now = this.#surroundings.now();
    const round = this.#round ?? this.#roundOf(this.#firstSeed, now);
    round.sim.shift(now - (this.#stoppedAt ?? now));
    this.#stoppedAt = null;
    return round;
  }

  /** How long until a moment of the round by the wall clock, in milliseconds; negative when it is past. */
  #msUntil(atMs: number, sim: Simulation): number {
    return sim.startMs + atMs - this.#surroundings.now();
  }

  /**
   * Waits for a moment of the round, and before that delivers what is due. The wait is never longer than from the
   * moment before, wherever the wall clock has been set.
   */
  async #until(
    atMs: number,
    sim: Simulation,
    listener: SourceListener,
    signal: AbortSignal,
  ): Promise<void> {
    const waitMs = Math.min(this.#msUntil(atMs, sim), atMs - sim.nowMs);
    if (waitMs > 0 || this.#due.length >= BATCH) await this.#deliver(listener, signal);
    if (waitMs > 0) await this.#wait(waitMs, listener, signal);
  }

  /** Moves the rest of the round to the wall clock when a moment that has come is far off by it. */
  #keepUp(atMs: number, sim: Simulation): void {
    const earlyMs = this.#msUntil(atMs, sim);
    if (Math.abs(earlyMs) > ASTRAY_MS) sim.shift(-earlyMs);
  }

  async #deliver(listener: SourceListener, signal: AbortSignal): Promise<void> {
    while (this.#due.length > 0 && !signal.aborted) {
      const bodies = this.#due.splice(0, BATCH);
      const at = this.#surroundings.now();
      const full = bodies.length === BATCH;
      this.#quietMs = 0;
      listener.report({ kind: 'check', at, received: bodies.length, full });
      await listener.take({ bodies, receivedAt: at });
    }
  }

  async #wait(ms: number, listener: SourceListener, signal: AbortSignal): Promise<void> {
    let leftMs = ms;
    while (leftMs > 0 && !signal.aborted) {
      const stepMs = Math.min(leftMs, LONG_POLL_MS - this.#quietMs);
      await this.#surroundings.sleep(stepMs, signal);
      if (signal.aborted) return;
      leftMs -= stepMs;
      this.#quietMs += stepMs;
      if (this.#quietMs < LONG_POLL_MS) continue;
      this.#quietMs = 0;
      listener.report({ kind: 'check', at: this.#surroundings.now(), received: 0, full: false });
    }
  }
}
