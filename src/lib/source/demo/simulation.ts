import type { EpochMs, JsonObject } from '../../core/event/aws-event';
import { Agenda } from './agenda';
import { Chance } from './chance';

/** A message of the model: when it comes, in milliseconds from the start, and its text. */
export interface TimedBody {
  readonly atMs: number;
  readonly body: string;
}

/** A discrete-event simulation: what happens now may put more on the agenda, and may emit events. */
export class Simulation {
  readonly chance: Chance;
  readonly #startMs: EpochMs;
  readonly #agenda = new Agenda<() => void>();
  #nowMs = 0;
  #emitted: string[] = [];

  constructor(seed: number, startMs: EpochMs) {
    this.chance = new Chance(seed);
    this.#startMs = startMs;
  }

  /** Milliseconds since the start. */
  get nowMs(): number {
    return this.#nowMs;
  }

  /** The wall clock of the model. */
  get wallMs(): EpochMs {
    return this.#startMs + Math.floor(this.#nowMs);
  }

  /** The wall clock as EventBridge writes it: ISO 8601, UTC, whole seconds. */
  get time(): string {
    return `${new Date(this.wallMs).toISOString().slice(0, 19)}Z`;
  }

  after(delayMs: number, act: () => void): void {
    this.#agenda.add(this.#nowMs + delayMs, act);
  }

  emit(event: JsonObject): void {
    this.#emitted.push(JSON.stringify(event));
  }

  /** Runs until a time, in milliseconds from the start, or until nothing is left to do. */
  *run(untilMs: number): Generator<TimedBody, void, undefined> {
    for (let next = this.#agenda.take(); next && next.atMs < untilMs; next = this.#agenda.take()) {
      this.#nowMs = next.atMs;
      next.item();
      const emitted = this.#emitted;
      this.#emitted = [];
      for (const body of emitted) yield { atMs: this.#nowMs, body };
    }
  }
}
