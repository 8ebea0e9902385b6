import { describe, expect, it } from 'vitest';
import { arrivalLines } from './arrival-words';

const NOW = 1_700_000_000_000;
const QUEUE = { at: NOW, tookMs: 120, checks: 7 };
const CONNECTOR = { at: NOW - 20_000, account: '123456789012', region: 'eu-west-1', version: '1' };
const EVENT = { at: NOW, title: 'Object Created', rule: 'An object arrives', afterSeconds: 15 };
const NOTHING = { queue: null, connector: null, firstEvent: null };

const lines = (arrivals: Partial<Parameters<typeof arrivalLines>[0]>, needsConnector = true) =>
  arrivalLines({ ...NOTHING, ...arrivals }, needsConnector, NOW).map(
    ({ id, isThere, rest }) => `${id} ${isThere}: ${rest}`,
  );

describe('what has come in', () => {
  it('waits for all three', () => {
    expect(lines({})).toEqual([
      'queue false: asking for it',
      'connector false: waiting; it does once a minute',
      'event false: waiting',
    ]);
  });

  it('says of each what it knows', () => {
    expect(lines({ queue: QUEUE, connector: CONNECTOR, firstEvent: EVENT })).toEqual([
      'queue true: in 0.12 s, checked 7 times',
      'connector true: account 1234-5678-9012, eu-west-1',
      'event true: matched “An object arrives”',
    ]);
    expect(lines({ firstEvent: { ...EVENT, rule: null } }).at(-1)).toMatch(/matched no rule/);
  });

  it('says when a connector has fallen silent', () => {
    const connector = { ...CONNECTOR, at: NOW - 300_000 };
    expect(lines({ connector })[1]).toMatch(/, last 5 min ago$/);
  });

  it('waits for no connector where none is needed, and tells of one that is there', () => {
    expect(lines({}, false)).toHaveLength(2);
    expect(lines({ connector: CONNECTOR }, false)).toHaveLength(3);
  });
});
