import { existsSync, globSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AwsEvent, Json, JsonObject } from '../event/aws-event';
import { bodiesOfFile } from '../event/file-bodies';
import { bridgeEvent, only, RECEIVED_AT } from '../event/fixtures/bodies';
import { readBody } from '../event/read-body';
import { titleOf } from '../event/title-of';
import { digestWith } from './fixtures/digest';
import { type Heard, redact } from './redact';

const CORPUS = '../shared/corpus';
const digest = digestWith('salt');
const HEARD: Heard = { outcome: 'warning', key: 'checkout' };

/** Every text and number in a value, the names of its fields apart. */
function leavesOf(value: Json): string[] {
  if (typeof value === 'string' || typeof value === 'number') return [String(value)];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap((inner) => leavesOf(inner as Json));
}

/** What of an event must not be found in its redacted form: every text that no allowed field holds. */
function secretsOf({ envelope, source, detailType, region, id, time }: AwsEvent): string[] {
  const shown = [source, detailType, region, id, new Date(time).toISOString(), 'warning'].join(
    '\n',
  );
  const hidden = ['detail', 'resources', 'account'].map((name) => envelope[name] ?? null);
  return leavesOf(hidden).filter((text) => text.length >= 4 && !shown.includes(text));
}

async function leaks(event: AwsEvent): Promise<string[]> {
  const body = await redact(event, HEARD, digest);
  const values = leavesOf(body).join('\n');
  return secretsOf(event).filter((secret) => values.includes(secret));
}

function eventsOf(files: string[]): AwsEvent[] {
  const bodies = files.flatMap((file) => bodiesOfFile(readFileSync(file, 'utf8')));
  return bodies.flatMap((body) => readBody(body, RECEIVED_AT).events);
}

describe('a redacted event', () => {
  it('holds the allowed fields and nothing else', async () => {
    const event = only(
      bridgeEvent({
        source: 'aws.s3',
        resources: ['arn:aws:s3:::invoices'],
        detail: { bucket: { name: 'invoices' }, 'source-ip-address': '203.0.113.9' },
      }),
    );
    expect(await redact(event, HEARD, digest)).toEqual({
      version: '0',
      id: event.id,
      time: '2025-05-06T07:08:00.000Z',
      source: 'aws.s3',
      'detail-type': 'Order Placed',
      account: '',
      region: 'eu-north-1',
      resources: [(await digest('key:checkout')).slice(0, 8)],
      detail: { redacted: 1, outcome: 'warning' },
    });
  });

  it('digests an id that is no UUID, and one that we made up', async () => {
    const [named, none] = [bridgeEvent({ id: 'order-4711-mira' }), bridgeEvent({ id: '' })];
    for (const event of [only(named), only(none)]) {
      const { id } = await redact(event, HEARD, digest);
      expect(id).toBe((await digest(`id:${event.id}`)).slice(0, 32));
    }
  });

  it('has no Region that is none, and names that SNS can carry', async () => {
    const event = only(
      bridgeEvent({
        region: 'mira@shop.test',
        source: 'shop\uFFFF.\u202Eorders',
        'detail-type': 'x'.repeat(900),
      }),
    );
    const body = await redact(event, HEARD, digest);
    expect(body['region']).toBe('');
    expect(body['source']).toBe('shop . orders');
    expect(String(body['detail-type'])).toHaveLength(256);
  });

  it('is read back with the outcome and the key that it tells, and titled without a name', async () => {
    const body = await redact(only(bridgeEvent({})), HEARD, digest);
    const event = only(body);
    const key = (await digest('key:checkout')).slice(0, 8);
    expect(event).toMatchObject({ outcome: 'warning', outcomeField: 'detail.outcome', key });
    expect(event.mended).toEqual([]);
    expect(titleOf(event)).toBe('shop.orders: Order Placed: a warning');
  });

  it('lets nothing else of any event through', async () => {
    const detail = fc.dictionary(fc.string({ minLength: 1 }), fc.jsonValue());
    await fc.assert(
      fc.asyncProperty(fc.uuid(), detail, fc.array(fc.string()), async (id, detail, resources) => {
        const body = bridgeEvent({ id, detail: detail as JsonObject, resources });
        for (const event of readBody(JSON.stringify(body), 0).events)
          expect(await leaks(event)).toEqual([]);
      }),
      { numRuns: 200, seed: 7 },
    );
  });

  it.runIf(existsSync(CORPUS))('lets nothing else of recorded events through', async () => {
    const events = eventsOf([
      ...globSync(`${CORPUS}/*/eventbridge.jsonl`),
      ...globSync(`${CORPUS}/*/cloudtrail-records.jsonl`),
      ...globSync(`${CORPUS}/*/shapes/*/*`),
    ]);
    expect(events.length).toBeGreaterThan(500);
    const told = await Promise.all(events.map(leaks));
    expect(told.flat()).toEqual([]);
  });
});
