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
  #startMs: EpochMs;
  readonly #agenda = new Agenda<() => void>();
  #nowMs = 0;
  readonly #emitted: string[] = [];

  constructor(seed: number, startMs: EpochMs) {
    this.chance = new Chance(seed);
    this.#startMs = startMs;
  }

  /** Milliseconds since the start. */
  get nowMs(): number {
    return this.#nowMs;
  }

  /** The wall clock at the start; later by all that the model has been shifted. */
  get startMs(): EpochMs {
    return this.#startMs;
  }

  /** The wall clock of the model. */
  get wallMs(): EpochMs {
    return this.#startMs + Math.floor(this.#nowMs);
  }

  /** The wall clock as EventBridge writes it: ISO 8601, UTC, whole seconds. */
  get time(): string {
    return `${new Date(this.wallMs).toISOString().slice(0, 19)}Z`;
  }

  /** When the next thing happens, in milliseconds from the start; never, when nothing is left to do. */
  get nextMs(): number {
    return this.#agenda.firstMs;
  }

  /** Moves the wall clock of the model, by whole milliseconds: what is to come happens so much later, or earlier. */
  shift(byMs: number): void {
    this.#startMs += Math.round(byMs);
  }

  after(delayMs: number, act: () => void): void {
    this.#agenda.add(this.#nowMs + delayMs, act);
  }

  emit(event: JsonObject): void {
    this.#emitted.push(JSON.stringify(event));
  }

  /** Lets the next thing happen; gives the bodies that it emits, often none. */
  step(): readonly string[] {
    const next = this.#agenda.take();
    if (!next) return [];
    this.#nowMs = next.atMs;
    next.item();
    return this.#emitted.splice(0);
  }

  /** Runs until a time, in milliseconds from the start, or until nothing is left to do. */
  *run(untilMs: number): Generator<TimedBody, void, undefined> {
    while (this.nextMs < untilMs) for (const body of this.step()) yield { atMs: this.#nowMs, body };
  }
}
