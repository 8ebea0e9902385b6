import { describe, expect, it } from 'vitest';
import { readEvents, readQueuedBodies } from './event-files';

const OPTIONS = { speed: 1, maxGapSeconds: 10 };

function event(id: string, time: string): string {
  return JSON.stringify({
    version: '0',
    id,
    'detail-type': 'Object Created',
    source: 'aws.s3',
    account: '123456789012',
    time,
    region: 'eu-west-1',
    resources: [],
    detail: { bucket: { name: 'photos' } },
  });
}

describe('event files', () => {
  it('are heard in order of event time, across files', () => {
    const late = event('late', '2026-01-05T09:00:02Z');
    const early = event('early', '2026-01-05T09:00:00Z');
    const { heard } = readEvents([`${late}\n`, early], OPTIONS);
    expect(heard.map(({ event: { id }, slot }) => [id, slot])).toEqual([
      ['early', 0],
      ['late', 12],
    ]);
  });

  it('list what cannot be read by its place among all bodies', () => {
    const good = event('good', '2026-01-05T09:00:00Z');
    const { heard, unreadable } = readEvents([`${good}\n{"cut": `, 'nonsense'], OPTIONS);
    expect(heard).toHaveLength(1);
    expect(unreadable.map(({ index }) => index)).toEqual([1, 2]);
  });

  it('give an event without a time that of the latest before it', () => {
    const timed = event('timed', '2026-01-05T09:00:00Z');
    const { heard } = readEvents([`${timed}\n${event('untimed', 'TimeStamp')}`], OPTIONS);
    expect(heard[1]?.event.time).toBe(heard[0]?.event.time);
  });
});

describe('queued bodies', () => {
  it('are heard one slot after another, in the order given', () => {
    const texts = ['b', 'a'].map((id) => JSON.stringify(event(id, '2026-01-05T09:00:00Z')));
    const { heard } = readQueuedBodies([texts.join('\n')]);
    expect(heard.map(({ event: { id }, slot, body }) => [id, slot, body])).toEqual([
      ['b', 0, 0],
      ['a', 1, 1],
    ]);
  });

  it('list lines that are no JSON strings, and bodies that cannot be read, in order', () => {
    const texts = [JSON.stringify('<html>'), '{"id": 1}', JSON.stringify(event('a', 'x'))];
    const { heard, unreadable } = readQueuedBodies([texts.join('\n')]);
    expect(unreadable.map(({ index }) => index)).toEqual([0, 1]);
    expect(heard.map(({ slot }) => slot)).toEqual([2]);
  });
});

describe('what we export ourselves', () => {
  const EXPORTED = { version: 1, seed: 1, mapping: { name: 'm', sha256: 's' } };

  it('is heard again: a Score', () => {
    const about = { source: 'aws.s3', detailType: 'Object Created', outcome: 'error' };
    const events = [{ id: 'a', time: '2026-01-05T09:00:00.000Z', ...about }];
    const { heard } = readEvents([JSON.stringify({ ...EXPORTED, events, notes: [] })], OPTIONS);
    expect(heard).toMatchObject([{ event: { id: 'a', outcome: 'error' }, slot: 0 }]);
  });

  it('is heard again: a journal', () => {
    const bodies = ['2026-01-05T09:00:00Z', '2026-01-05T09:00:02Z'].map((time, at) => ({
      text: event(String(at), time),
      receivedAt: 5,
      slots: [at],
    }));
    const { heard } = readEvents([JSON.stringify({ ...EXPORTED, bodies, links: [] })], OPTIONS);
    expect(heard.map(({ event: { id }, slot }) => [id, slot])).toEqual([
      ['0', 0],
      ['1', 12],
    ]);
  });
});
