import { describe, expect, it } from 'vitest';
import defaultMapping from '$mappings/default.json';
import { FAMILIES } from '../../core/event/family';
import { familyOf } from '../../core/event/family-of';
import { readBody } from '../../core/event/read-body';
import { cueOf } from '../../core/mapping/cue-of';
import { loadMapping, matchRule } from '../../core/mapping/mapping';
import { VOICES } from '../../core/score/note';
import { cloudDay, cloudTraffic } from './cloud-day';
import { DAY_MS } from './daylight';

const START_MS = Date.UTC(2026, 0, 1);
const SEEDS = Array.from({ length: 20 }, (_, index) => index + 1);

interface Envelope {
  id: string;
  time: string;
  source: string;
  'detail-type': string;
  detail: Record<string, unknown> & { state?: { value?: string } };
}

function dayOf(seed: number) {
  return [...cloudDay(seed, START_MS)].map(({ atMs, body }) => ({
    atMs,
    event: JSON.parse(body) as Envelope,
  }));
}

/** The most events in any five seconds, a second. */
function peakPerSecond(day: { atMs: number }[]): number {
  let first = 0;
  return day.reduce((most, { atMs }, index) => {
    while ((day[first]?.atMs ?? atMs) <= atMs - 5_000) first += 1;
    return Math.max(most, (index - first + 1) / 5);
  }, 0);
}

describe('a day of the model', () => {
  it('is the same to the byte for a seed, and another for another seed', () => {
    const bytes = (seed: number) => JSON.stringify([...cloudDay(seed, START_MS)]);
    expect(bytes(7)).toBe(bytes(7));
    expect(bytes(7)).not.toBe(bytes(8));
  });

  it.each(SEEDS)('comes in order, within the day, and begins at once (seed %i)', (seed) => {
    const times = dayOf(seed).map(({ atMs }) => atMs);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(times[0]).toBeLessThan(300);
    expect(times.at(-1)).toBeLessThan(DAY_MS);
  });

  it.each(SEEDS)('has at most a dozen events a second at the peak (seed %i)', (seed) => {
    const day = dayOf(seed);
    expect(peakPerSecond(day)).toBeLessThanOrEqual(12);
    expect(day.length).toBeGreaterThan(450);
    expect(day.length).toBeLessThan(1_000);
  });

  it('is quiet at night: 0.1 to 0.5 events a second', () => {
    const rates = SEEDS.map((seed) => {
      const night = dayOf(seed).filter(({ atMs }) => atMs >= 21_000 && atMs < 56_000);
      return night.length / 35;
    });
    const mean = rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
    expect(mean).toBeGreaterThan(0.1);
    expect(mean).toBeLessThan(0.5);
    expect(Math.max(...rates)).toBeLessThan(1);
  });

  it('never gives an id twice, in a day or in the next', () => {
    const ids = SEEDS.flatMap(dayOf).map(({ event }) => event.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it.each(SEEDS)('has both alarms rise and clear after the bad release (seed %i)', (seed) => {
    const changes = dayOf(seed)
      .filter(({ event }) => event['detail-type'] === 'CloudWatch Alarm State Change')
      .map(({ event }) => `${String(event.detail['alarmName'])} ${event.detail.state?.value}`);
    for (const name of ['checkout-api-latency-p90', 'checkout-api-5xx']) {
      const states = changes.filter((change) => change.startsWith(name));
      expect(states.length).toBeGreaterThanOrEqual(2);
      expect(states[0]).toBe(`${name} ALARM`);
      expect(states.at(-1)).toBe(`${name} OK`);
    }
  });

  it.each(SEEDS)('deploys once well and once with a rollback (seed %i)', (seed) => {
    const states = dayOf(seed)
      .filter(({ event }) => event.source === 'aws.codedeploy')
      .map(({ event }) => String(event.detail.state));
    expect(states).toEqual(['START', 'SUCCESS', 'START', 'STOP', 'START', 'SUCCESS']);
  });

  it('carries the wall clock in whole seconds', () => {
    for (const { atMs, event } of dayOf(3)) {
      const lagMs = START_MS + atMs - Date.parse(event.time);
      expect(lagMs).toBeGreaterThanOrEqual(0);
      expect(lagMs).toBeLessThan(1_001);
    }
  });

  it('lets nearly every service be heard in the first twenty seconds', () => {
    const sources = new Set(
      dayOf(1)
        .filter(({ atMs }) => atMs < 20_000)
        .map(({ event }) => event.source),
    );
    for (const source of [
      'aws.lambda',
      'lambda',
      'aws.s3',
      'Pipe daily-totals-changes',
      'aws.ec2',
      'apigateway',
      'aws.codebuild',
      'aws.ecs',
      'aws.rds',
      'aws.sts',
      'aws.events',
    ])
      expect(sources).toContain(source);
  });

  it('reads as one event a body, with no field made up', () => {
    for (const { body } of cloudDay(1, START_MS)) {
      const { events, unreadable } = readBody(body, START_MS);
      expect(unreadable).toEqual([]);
      expect(events).toHaveLength(1);
      expect(events[0]?.mended).toEqual([]);
    }
  });
});

describe('what a listener hears of it', () => {
  const mapping = loadMapping(defaultMapping);
  const heardBy = (untilMs: number) =>
    [...cloudDay(1, START_MS)]
      .filter(({ atMs }) => atMs < untilMs)
      .flatMap(({ body }) => readBody(body, START_MS).events)
      .map((event) => ({ event, rule: matchRule(mapping, event)?.rule ?? null }))
      .map(({ event, rule }) => ({ event, rule, cue: cueOf(event, rule) }));

  it('is every voice that events have, and every figure', () => {
    const heard = heardBy(DAY_MS);
    const voices = new Set(heard.map(({ cue }) => cue.voice));
    expect(VOICES.filter((voice) => !voices.has(voice))).toEqual(['drone', 'pad']);
    expect(new Set(heard.map(({ cue }) => cue.figure))).toEqual(
      new Set(['plain', 'warning', 'error', 'alarm', 'alarm-ok', 'deploy']),
    );
  });

  it('is nearly every voice in the first twenty seconds', () => {
    const voices = new Set(heardBy(20_000).map(({ cue }) => cue.voice));
    expect(VOICES.filter((voice) => !voices.has(voice))).toEqual(['alarm', 'drone', 'pad']);
  });

  it('is drawn in every lane', () => {
    const lanes = new Set(
      heardBy(DAY_MS).map(({ event }) => familyOf(event.source, event.detailType)),
    );
    expect(lanes).toEqual(new Set(FAMILIES));
  });

  it('is each rule of the default mapping but those for what the model does not have', () => {
    const heard = new Set(heardBy(DAY_MS).map(({ rule }) => rule?.id));
    for (const rule of [
      'function-is-invoked',
      'object-is-uploaded',
      'table-changes',
      'machine-starts-or-stops',
      'alarm-goes-off',
      'alarm-clears',
      'request-arrives',
      'deploy-succeeds',
      'deploy-fails',
      'request-ends-in-5xx',
      'error-is-logged',
    ])
      expect(heard).toContain(rule);
  });
});

describe('steady traffic', () => {
  it.each([1, 10, 200])('comes at the rate asked for: %i a second', (rate) => {
    const seconds = 6_000 / rate;
    let count = 0;
    for (const { atMs } of cloudTraffic(1, START_MS, rate)) {
      if (atMs >= seconds * 1000) break;
      count += 1;
    }
    expect(count / seconds / rate).toBeGreaterThan(0.93);
    expect(count / seconds / rate).toBeLessThan(1.07);
  });
});
