import { describe, expect, it } from 'vitest';
import { bridgeEvent } from '../fixtures/bodies';
import { MAX_BODY_CHARS } from '../parse-json';
import { readPart } from './read-part';

const part = (kind: 'body' | 'score-event' | 'journal-body' | 'journal-link', value: unknown) =>
  ({ kind, text: JSON.stringify(value), line: 1 }) as const;
const SCORED = {
  id: 'a-1',
  time: '2026-01-05T09:00:00.000Z',
  source: 'aws.s3',
  detailType: 'Object Created',
  outcome: 'error',
  rule: null,
  disposition: 'played',
};

describe('a part of a file', () => {
  it('is read as a body', () => {
    expect(readPart(part('body', bridgeEvent({ time: '' })), 77).events[0]!.time).toBe(77);
  });

  it('is the event of a Score, with its outcome', () => {
    const { events, unreadable } = readPart(part('score-event', SCORED), 0);
    expect(unreadable).toEqual([]);
    expect(events).toMatchObject([
      { id: 'a-1', time: Date.UTC(2026, 0, 5, 9), source: 'aws.s3', outcome: 'error', mended: [] },
    ]);
  });

  it.each([
    ['score-event', { ...SCORED, outcome: 'fine' }],
    ['score-event', { ...SCORED, time: 'soon' }],
    ['score-event', 5],
    ['journal-body', { text: 7, receivedAt: 1, slots: [] }],
    ['journal-link', { slot: -1, link: 'up' }],
    ['journal-link', { slot: 1, link: 'sideways' }],
  ] as const)('is unreadable as a %s that is not sound', (kind, value) => {
    const { events, unreadable } = readPart(part(kind, value), 0);
    expect(events).toEqual([]);
    expect(unreadable).toEqual([
      { reason: expect.stringContaining('damaged'), head: JSON.stringify(value) },
    ]);
  });

  it('is the body of a journal, even of the greatest length', () => {
    const text = JSON.stringify(bridgeEvent({ detail: { note: '"'.repeat(MAX_BODY_CHARS / 3) } }));
    const reading = readPart(part('journal-body', { text, receivedAt: 9, slots: [4, 'x'] }), 0);
    expect(reading.events).toHaveLength(1);
    expect(reading.heard).toEqual({ receivedAt: 9, slots: [4] });
  });

  it('is the body of a journal, with what was new in it and why that was passed over', () => {
    const body = { text: JSON.stringify(bridgeEvent({})), receivedAt: 9, slots: [4] };
    const heardOf = (more: object) => readPart(part('journal-body', { ...body, ...more }), 0).heard;
    const whole = { receivedAt: 9, slots: [4], ids: ['e-1'], passed: 'you skipped to now' };
    expect(heardOf({ ids: ['e-1', 7], passed: whole.passed })).toEqual(whole);
    expect(heardOf({ ids: [] })).toEqual({ receivedAt: 9, slots: [4], ids: [] });
    expect(heardOf({ ids: 'e-1', passed: null })).toEqual({ receivedAt: 9, slots: [4] });
    expect(heardOf({ passed: 'x'.repeat(900) })?.passed).toHaveLength(200);
  });

  it('is a change of the link', () => {
    const link = { slot: 3, link: 'down' };
    expect(readPart(part('journal-link', link), 0)).toEqual({ events: [], unreadable: [], link });
  });

  it('is unreadable with its own reason', () => {
    const told = { kind: 'unreadable', reason: 'Too long.', head: 'x', line: 4 } as const;
    expect(readPart(told, 0).unreadable).toEqual([{ reason: 'Too long.', head: 'x' }]);
  });
});
