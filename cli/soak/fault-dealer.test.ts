import { describe, expect, it } from 'vitest';
import { DECK_SIZE, DECKS, type Fault, type RequestKind } from './fault';
import { FaultDealer } from './fault-dealer';

function dealt(seed: number, kind: RequestKind, count: number): (Fault | null)[] {
  const dealer = new FaultDealer(seed);
  return Array.from({ length: count }, () => dealer.next(kind));
}

function countsOf(faults: readonly (Fault | null)[]): Map<Fault, number> {
  const counts = new Map<Fault, number>();
  for (const fault of faults) if (fault) counts.set(fault, (counts.get(fault) ?? 0) + 1);
  return counts;
}

describe('the dealer of faults', () => {
  it.each(['receive', 'delete', 'other'] as const)(
    'deals each fault of a deck for %s as often as the deck has it, and throttles more in bursts',
    (kind) => {
      const counts = countsOf(dealt(7, kind, DECK_SIZE));
      for (const [fault, count] of DECKS[kind])
        if (fault === 'throttled') expect(counts.get(fault)).toBeGreaterThanOrEqual(count);
        else expect(counts.get(fault)).toBe(count);
    },
  );

  it('deals the same to the same seed, and something else to another', () => {
    expect(dealt(7, 'receive', 500)).toEqual(dealt(7, 'receive', 500));
    expect(dealt(7, 'receive', 500)).not.toEqual(dealt(8, 'receive', 500));
  });

  it('orders the next deck anew', () => {
    const two = dealt(7, 'delete', 2 * DECK_SIZE);
    expect(two.slice(0, DECK_SIZE)).not.toEqual(two.slice(DECK_SIZE));
  });

  it('throttles what comes right after the beginning of a burst', () => {
    const faults = dealt(7, 'receive', DECK_SIZE);
    const after = faults[faults.indexOf('throttling-burst') + 1];
    expect(after).not.toBeNull();
  });

  it('counts what it has dealt', () => {
    const dealer = new FaultDealer(3);
    const faults = Array.from({ length: DECK_SIZE }, () => dealer.next('receive'));
    expect(dealer.dealt).toEqual(countsOf(faults));
  });
});
