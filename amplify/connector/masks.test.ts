import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SAMPLES } from '../../mappings/samples/all-samples';
import type { AwsEvent } from '../../src/lib/core/event/aws-event';
import { bodiesOfFile } from '../../src/lib/core/event/file-bodies';
import { readBody } from '../../src/lib/core/event/read-body';
import { compilePattern } from '../../src/lib/core/mapping/pattern';
import { transformed } from './fixtures/event-bridge';
import { inputTransformer } from './input-transformer';
import { masks } from './masks';

const MASKS = masks().map((mask) => ({
  ...mask,
  matches: compilePattern(mask.pattern),
  transformer: inputTransformer(mask),
}));

const CORPUS = '../shared/corpus';

const samples = SAMPLES.flatMap(({ catches, misses }) => [
  ...catches,
  ...misses.map(([one]) => one),
]).map((body) => JSON.stringify(body));
const recorded = globSync(`${CORPUS}/*/eventbridge.jsonl`)
  .sort()
  .flatMap((file) => bodiesOfFile(readFileSync(file, 'utf8')));

const eventsOf = (bodies: readonly string[]) => bodies.flatMap((body) => readBody(body, 0).events);

function masked({ envelope }: AwsEvent): string {
  const mask = MASKS.find(({ matches }) => matches(envelope));
  return transformed(envelope, mask!.transformer);
}

describe.each([
  { name: 'our samples', bodies: samples, same: 0.91 },
  { name: 'events that others recorded', bodies: recorded, same: 0.95 },
])('masking $name', ({ bodies, same }) => {
  const events = eventsOf(bodies);

  it.runIf(bodies.length > 0 || !existsSync(CORPUS))('has one mask for every event', () => {
    const odd = events.filter(
      ({ envelope }) => MASKS.filter(({ matches }) => matches(envelope)).length !== 1,
    );
    expect(odd.map(({ envelope }) => envelope)).toEqual([]);
  });

  it('leaves one readable event with the id, time and service that it had', () => {
    for (const event of events) {
      const { events: left, unreadable } = readBody(masked(event), 0);
      expect(unreadable).toEqual([]);
      expect(left).toHaveLength(1);
      const [one] = left;
      const aws = event.source.startsWith('aws.');
      expect(one).toMatchObject({
        id: event.mended.includes('id') ? one!.id : event.id,
        source: aws ? event.source : 'custom',
      });
    }
  });

  it('leaves no resource and nobody’s name', () => {
    for (const event of events) {
      const left = masked(event);
      for (const resource of event.resources) expect(left).not.toContain(resource);
      expect(JSON.parse(left)).not.toHaveProperty('resources');
    }
  });

  it.runIf(events.length > 0)('tells how it went as before', () => {
    const aws = events.filter(({ source }) => source.startsWith('aws.'));
    const kept = aws.filter(
      (event) => readBody(masked(event), 0).events[0]!.outcome === event.outcome,
    );
    expect(kept.length / aws.length).toBeGreaterThanOrEqual(same);
  });
});

describe('masking what somebody else puts on the bus', () => {
  const hostile = {
    version: '0',
    id: '5b1c7f0e-2d43-4b7a-9a52-0c6f3f2d9e10',
    time: '2026-11-21T14:00:00Z',
    account: '123456789012',
    region: 'eu-central-1',
    source: 'shop","detail":{"errorCode":"x"},"y":"',
    'detail-type': '\\"} broken',
    resources: ['secret'],
    detail: { state: 'FAILED"', password: 'secret' },
  };

  it('neither breaks the JSON nor lets a word of it through', () => {
    const [event] = readBody(JSON.stringify(hostile), 0).events;
    const left = masked(event!);
    expect(readBody(left, 0).events[0]).toMatchObject({ source: 'custom', outcome: 'neutral' });
    expect(left).not.toMatch(/secret|shop|broken|FAILED/);
  });
});
