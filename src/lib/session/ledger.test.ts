import { describe, expect, it } from 'vitest';
import { type Entry, Ledger } from './ledger';

const entry = (id: string): Entry => ({ event: { id } }) as Entry;

describe('the ledger', () => {
  it('finds an event by its id, also one named after an inherited property', () => {
    const ledger = new Ledger(10);
    ledger.add(entry('a'));
    ledger.add(entry('constructor'));
    expect(ledger.get('a')?.event.id).toBe('a');
    expect(ledger.get('constructor')?.event.id).toBe('constructor');
    expect(ledger.get('toString')).toBeUndefined();
  });

  it('forgets the oldest beyond its capacity', () => {
    const ledger = new Ledger(3);
    for (const id of ['a', 'b', 'c', 'd']) ledger.add(entry(id));
    expect(ledger.size).toBe(3);
    expect(ledger.get('a')).toBeUndefined();
    expect(ledger.get('d')).toBeDefined();
  });
});
