import { describe, expect, it } from 'vitest';
import type { Json } from './aws-event';
import { digestId, readEventId } from './event-id';
import { readBody } from './read-body';

describe('the id that an event carries', () => {
  it.each(['3f0a61d2-77c4-4f0e-9d0b-0d6d0a4b1c55', 'order-17', 'EXAMPLES', 'id-1', 'a'])(
    '%s is one',
    (id) => {
      expect(readEventId(id)).toBe(id);
    },
  );
  it.each(['', '   ', ' '.repeat(40), 'id', 'None', 'event-id', 'cwe-event-id', 17, null])(
    '%j is none',
    (id) => {
      expect(readEventId(id)).toBeNull();
    },
  );
  it.each(['315c1398-40ff-a850-213b-158f73EXAMPLE', '0aexample', 'a'.repeat(257)])(
    '%s is none either',
    (id) => {
      expect(readEventId(id)).toBeNull();
    },
  );
});

describe('the digest that stands in for an id', () => {
  it('is the same for the same, in 32 digits', () => {
    expect(digestId({ a: [1, 'x'] })).toBe(digestId({ a: [1, 'x'] }));
    expect(digestId({})).toMatch(/^[0-9a-f]{32}$/);
  });

  it('differs wherever the event does', () => {
    const texts = Array.from({ length: 20_000 }, (_, n) => ({ n, of: 'x'.repeat(n % 5) }));
    const swapped: Json[] = [{ ab: 'cd' }, { ba: 'cd' }, { ab: 'dc' }, ['\0'], ['\0\0'], []];
    const ids = new Set([...texts, ...swapped].map(digestId));
    expect(ids.size).toBe(texts.length + swapped.length);
  });

  it('spreads over every part of its digits', () => {
    const ids = Array.from({ length: 5_000 }, (_, n) => digestId({ n }));
    for (let from = 0; from < 32; from += 8)
      expect(new Set(ids.map((id) => id.slice(from, from + 8))).size).toBeGreaterThan(4_990);
  });
});

describe('what a batch says once', () => {
  const long = 'g'.repeat(100_000);
  it.each([
    [{ messageType: 'DATA_MESSAGE', logGroup: long, logEvents: Array(500).fill({ message: 'x' }) }],
    [
      {
        eventSource: 'aws:kafka',
        eventSourceArn: long,
        records: { a: Array(500).fill({ value: 'YQ==' }) },
      },
    ],
    [
      {
        invocationId: '1',
        deliveryStreamArn: long,
        records: Array(500).fill({ recordId: '1', data: 'YQ==' }),
      },
    ],
  ] as [Json][])('is not copied into each event where it is endless', (body) => {
    const reading = readBody(JSON.stringify(body), 0);
    expect(reading.events.length + reading.unreadable.length).toBe(500);
    expect(JSON.stringify(reading).length).toBeLessThan(2_000_000);
  });
});
