import { describe, expect, it } from 'vitest';
import {
  firstAt,
  heardOf,
  peakPerSecond,
  rateIn,
  SEEDS,
  told,
  type Heard,
  isRequest,
} from '../fixtures/heard';
import { between, pieceOf } from '../fixtures/mood-curve';

const rounds = SEEDS.map((seed) => heardOf('the-incident', seed));

const isAlarm = (name: string, rule: string) => (one: Heard) =>
  one.rule === rule && told(one, 'alarmName') === name;
const isDeployment = (state: string) => (one: Heard) =>
  one.event.source === 'aws.codedeploy' && told(one, 'state') === state;
const isCall = (name: string) => (one: Heard) => told(one, 'eventName') === name;
const isFailure = ({ rule }: Heard) => rule === 'request-ends-in-5xx';

/** When the last event that fits comes, in seconds. */
const lastAt = (heard: readonly Heard[], fits: (one: Heard) => boolean) =>
  firstAt([...heard].reverse(), fits);

describe('the incident', () => {
  it.each(SEEDS)('goes from a release to an alarm to a rollback to relief (seed %i)', (seed) => {
    const heard = heardOf('the-incident', seed);
    const rollback = firstAt(heard, isDeployment('STOP'));
    const later = heard.filter(({ atMs }) => atMs > rollback * 1000);
    const order = [
      firstAt(heard, isDeployment('START')),
      firstAt(heard, isAlarm('checkout-api-latency-p90', 'alarm-goes-off')),
      firstAt(heard, isAlarm('checkout-api-5xx', 'alarm-goes-off')),
      firstAt(heard, isCall('ConsoleLogin')),
      firstAt(heard, isCall('StopDeployment')),
      rollback,
      firstAt(later, isDeployment('START')),
      lastAt(heard, ({ rule }) => rule === 'alarm-clears'),
      firstAt(heard, isDeployment('SUCCESS')),
      lastAt(heard, isDeployment('SUCCESS')),
    ];
    expect(order).not.toContain(NaN);
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  it('deploys a bad version, the one before, and a mended one', () => {
    for (const heard of rounds) {
      const states = heard
        .filter(({ event }) => event.detailType.startsWith('CodeDeploy'))
        .map((each) => told(each, 'state'));
      expect(states).toEqual(['START', 'STOP', 'START', 'SUCCESS', 'START', 'SUCCESS']);
    }
  });

  it('fails only while the bad version is live', () => {
    for (const heard of rounds) {
      const start = firstAt(heard, isDeployment('START'));
      const end = firstAt(heard, isDeployment('SUCCESS'));
      const failures = heard.filter(isFailure).map(({ atMs }) => atMs / 1000);
      expect(failures.length).toBeGreaterThan(8);
      expect(Math.min(...failures)).toBeGreaterThan(start);
      expect(Math.max(...failures)).toBeLessThan(end);
    }
  });

  it('takes unhealthy targets out, throttles, and is asked again and again', () => {
    for (const heard of rounds) {
      const alarms = heard.filter(isAlarm('checkout-unhealthy-hosts', 'alarm-goes-off'));
      expect(alarms.length).toBeGreaterThanOrEqual(1);
    }
    const all = rounds.flat();
    const reasons = new Set(all.map((each) => String(told(each, 'stoppedReason')).slice(0, 29)));
    expect(reasons).toContain('Task failed ELB health checks');
    expect(all.some((each) => told(each, 'errorCode') === 'TooManyRequestsException')).toBe(true);
    const requests = all.filter(isRequest);
    expect(rateIn(requests, 38, 48)).toBeGreaterThan(1.2 * rateIn(requests, 18, 28));
  });

  it('has two to eight events a second until it is over, and no flood', () => {
    for (const heard of rounds) {
      expect(rateIn(heard, 20, 110)).toBeGreaterThan(2);
      expect(rateIn(heard, 20, 110)).toBeLessThan(9);
      expect(peakPerSecond(heard, 5)).toBeLessThanOrEqual(18);
    }
  });

  it.each([1, 2, 3])('is heard in the mood: well, alarmed, relieved (seed %i)', (seed) => {
    const { happiness, voices } = pieceOf('the-incident', seed);
    expect(Math.max(...between(happiness, 10, 30))).toBeGreaterThan(75);
    expect(Math.min(...between(happiness, 40, 90))).toBeLessThan(20);
    expect(happiness.at(-1)).toBeGreaterThanOrEqual(65);
    expect(voices.size).toBe(14);
  });
});
