import { Chance } from './chance';
import { DECK_SIZE, DECKS, type Fault, type RequestKind } from './fault';

/** How many requests a burst of throttling refuses after the first, at most. */
const LONGEST_BURST = 6;

/** Which place in a deck has which fault. */
type Deck = ReadonlyMap<number, Fault>;

/**
 * Says which fault befalls which request. Faults are dealt like cards: among every 2,000 requests of a kind each
 * fault is there as often as its deck has it, in an order that the seed decides.
 */
export class FaultDealer {
  readonly #chance: Chance;
  readonly #places = new Map<RequestKind, number>();
  readonly #decks = new Map<RequestKind, Deck>();
  readonly #dealt = new Map<Fault, number>();
  #burst = 0;

  constructor(seed: number) {
    this.#chance = new Chance(seed);
  }

  /** How often each fault was dealt. */
  get dealt(): ReadonlyMap<Fault, number> {
    return this.#dealt;
  }

  /** The fault of the next request of a kind; null where all goes well. */
  next(kind: RequestKind): Fault | null {
    const dealt = this.#card(kind);
    const fault = dealt === null && this.#burst > 0 ? 'throttled' : dealt;
    if (this.#burst > 0) this.#burst -= 1;
    if (fault === 'throttling-burst') this.#burst = 1 + this.#chance.below(LONGEST_BURST);
    if (fault !== null) this.#dealt.set(fault, (this.#dealt.get(fault) ?? 0) + 1);
    return fault;
  }

  #card(kind: RequestKind): Fault | null {
    const place = this.#places.get(kind) ?? 0;
    this.#places.set(kind, (place + 1) % DECK_SIZE);
    if (place === 0) this.#decks.set(kind, this.#deck(kind));
    return this.#decks.get(kind)?.get(place) ?? null;
  }

  #deck(kind: RequestKind): Deck {
    const faults = DECKS[kind].flatMap(([fault, count]) => Array<Fault>(count).fill(fault));
    const places = this.#chance.shuffled(Array.from({ length: DECK_SIZE }, (_, place) => place));
    return new Map(faults.map((fault, index) => [places[index] ?? 0, fault]));
  }
}
