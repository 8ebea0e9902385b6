import { describe, expect, it } from 'vitest';
import { type Entry, Ledger } from './ledger';

const entry = (id: string, characters = 1): Entry => ({ event: { id }, characters }) as Entry;

describe('the ledger', () => {
  it('finds an event by its id, also one named after an inherited property', () => {
    const ledger = new Ledger(10, 1_000);
    ledger.add(entry('a'));
    ledger.add(entry('constructor'));
    expect(ledger.get('a')?.event.id).toBe('a');
    expect(ledger.get('constructor')?.event.id).toBe('constructor');
    expect(ledger.get('toString')).toBeUndefined();
  });

  it('forgets the oldest beyond its capacity', () => {
    const ledger = new Ledger(3, 1_000);
    for (const id of ['a', 'b', 'c', 'd']) ledger.add(entry(id));
    expect(ledger.size).toBe(3);
    expect(ledger.get('a')).toBeUndefined();
    expect(ledger.get('d')).toBeDefined();
  });

  it('forgets the oldest beyond its text, however few they are', () => {
    const ledger = new Ledger(100, 1_000);
    for (const id of ['a', 'b', 'c']) ledger.add(entry(id, 400));
    expect(ledger.get('a')).toBeUndefined();
    expect(ledger.size).toBe(2);
    ledger.add(entry('huge', 5_000));
    expect(ledger.size).toBe(0);
    ledger.add(entry('d', 1_000));
    expect(ledger.get('d')).toBeDefined();
  });
});
