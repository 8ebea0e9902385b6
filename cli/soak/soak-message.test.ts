import { describe, expect, it } from 'vitest';
import { readBody } from '../../src/lib/core/event/read-body';
import { numberIn, soakMessage } from './soak-message';

describe('a message of the soak', () => {
  it.each([0, 1, 2, 3, 4, 5, 6, 7, 1_234_567])('is one event with the number %i', (number) => {
    const text = soakMessage(3, number, Date.UTC(2026, 0, 1));
    const { events, unreadable } = readBody(text, 0);
    expect(unreadable).toEqual([]);
    expect(events.map(({ id }) => id)).toEqual([`soak-3-${number}`]);
    expect(numberIn(text)).toBe(number);
  });

  it('tells its number within the first 64 characters, which is all that the journal is read for', () => {
    expect(numberIn(soakMessage(2 ** 31, 4_999_999, 0).slice(0, 64))).toBe(4_999_999);
  });

  it('is none where a body has another id', () => {
    expect(numberIn('{"id":"demo-1-2"}')).toBeNull();
  });
});
