import mappingJson from '$mappings/default.json';
import { beforeEach, describe, expect, it } from 'vitest';
import { loadMapping } from '$lib/core/mapping/load-mapping';
import { SeenArrivals } from './connecting-arrivals.svelte';
import { upload, WALL } from './fixtures/session-bench';

let seen: SeenArrivals;

beforeEach(() => (seen = new SeenArrivals(loadMapping(mappingJson))));

const body = (text: string) => ({ text, messageId: 'm', sentAt: null });
const check = (at: number) => seen.reported({ kind: 'check', at, received: 0, full: false });

describe('what has been seen', () => {
  it('tells how fast the queue answered what did not wait, and how often it was asked', () => {
    expect(seen.queue).toBeNull();
    seen.reported({ kind: 'connecting', at: WALL });
    check(WALL + 120);
    check(WALL + 20_120);
    expect(seen.queue).toEqual({ at: WALL + 20_120, tookMs: 120, checks: 2 });
  });

  it('measures anew after a failure, from when it was tried again', () => {
    seen.reported({ kind: 'connecting', at: WALL });
    seen.reported({ kind: 'miss', at: WALL + 50, cause: 'unreachable', code: 'x', retryInMs: 500 });
    check(WALL + 630);
    expect(seen.queue).toMatchObject({ tookMs: 80, checks: 1 });
  });

  it('keeps the first event, with its title, its rule and how long it was waited for', () => {
    seen.waitFrom(WALL);
    seen.took([body('no event'.repeat(3)), body(upload('a'))], WALL + 15_000);
    seen.took([body(upload('b'))], WALL + 16_000);
    expect(seen.firstEvent).toMatchObject({ at: WALL + 15_000, afterSeconds: 15 });
    expect(seen.firstEvent?.title).not.toBe('');
    expect(seen.firstEvent?.rule).toEqual(expect.any(String));
  });

  it('has waited for no time where the event came before the page', () => {
    seen.took([body(upload('a'))], WALL);
    seen.waitFrom(WALL + 60_000);
    expect(seen.firstEvent?.afterSeconds).toBe(0);
  });

  it('does not take what cannot be read for an event', () => {
    seen.took([body('{"cut off":')], WALL);
    expect(seen.firstEvent).toBeNull();
  });

  it('is forgotten when another person comes', () => {
    seen.waitFrom(WALL);
    seen.spoke({ account: '123456789012', region: 'eu-central-1', version: '1' }, WALL);
    seen.took([body(upload('a'))], WALL);
    check(WALL);
    seen.forget();
    expect([seen.queue, seen.connector, seen.firstEvent]).toEqual([null, null, null]);
  });
});
