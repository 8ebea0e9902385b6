import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { answerGuest, answerMember } from './answer-call';
import type { Caller, FunctionContext, MemberRun } from './context';
import { newCaller, openStage, type Stage } from './fixtures/stage';
import { readFields } from './payload';
import { Refusal } from './refusal';
import { KeysUnavailable } from './verify-token';

let stage: Stage;
let caller: Caller;
let context: FunctionContext;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(() => {
  caller = newCaller(['owner']);
  stage.logged.length = 0;
  context = {
    ...stage.context(),
    verify: (token) =>
      token === 'good' ? Promise.resolve(caller) : Promise.reject(new Error('bad signature')),
  };
});
afterAll(() => stage.close());

const echo: MemberRun<'invite'> = async (_, payload, { sub }) => ({
  email: JSON.stringify({ payload, sub }),
});
const call = (event: unknown, run = echo) => answerMember('invite', run, context, event);

describe('a member’s call', () => {
  it('is made by whom the token names, whatever the payload says', async () => {
    const answer = await call({ idToken: 'good', sub: 'somebody-else', groups: ['owner'] });
    const payload = { sub: 'somebody-else', groups: ['owner'] };
    const email = JSON.stringify({ payload, sub: caller.sub });
    expect(answer).toEqual({ ok: true, value: { email } });
    expect(stage.logged).toEqual([
      { level: 'info', message: 'answered', call: 'invite', caller: caller.sub, tookMs: 0 },
    ]);
  });

  it.each([
    ['no token', {}],
    ['a bad one', { idToken: 'bad' }],
    ['an endless one', { idToken: 'x'.repeat(9_000) }],
    ['one that is no text', { idToken: ['good'] }],
  ])('is refused with %s', async (_, event) => {
    expect(await call(event)).toMatchObject({ ok: false, error: { code: 'signed-out' } });
  });

  it('is refused when it is no object', async () => {
    for (const event of [null, 'good', 7, [], undefined])
      expect(await call(event)).toMatchObject({ ok: false, error: { code: 'invalid' } });
  });

  it('is told why it was refused', async () => {
    const answer = await call({ idToken: 'good' }, async () => {
      throw new Refusal('wait', 'Not now.', 'Later.');
    });
    const error = { code: 'wait', message: 'Not now.', resolution: 'Later.' };
    expect(answer).toEqual({ ok: false, error });
    expect(stage.logged.at(-1)).toMatchObject({ level: 'warn', message: 'refused', code: 'wait' });
  });

  it('is told nothing of a failure but that there was one; the log is', async () => {
    const answer = await call({ idToken: 'good' }, async () => {
      throw new TypeError(`secret ${'x'.repeat(1_000)}`);
    });
    expect(answer).toMatchObject({ ok: false, error: { code: 'failed' } });
    expect(JSON.stringify(answer)).not.toContain('secret');
    const entry = stage.logged.at(-1)!;
    expect(entry).toMatchObject({ level: 'error', error: 'TypeError' });
    expect(String(entry['words'])).toHaveLength(500);
  });

  it('fails, and signs nobody out, when the pool’s keys cannot be had', async () => {
    context = { ...context, verify: () => Promise.reject(new KeysUnavailable('no network')) };
    expect(await call({ idToken: 'good' })).toMatchObject({ error: { code: 'failed' } });
  });

  it('never puts the token into a log', async () => {
    await call({ idToken: 'good' });
    await call({ idToken: 'bad' });
    expect(JSON.stringify(stage.logged)).not.toMatch(/"good"|"bad"/);
  });

  it('is refused when there were too many in a minute, for this person alone', async () => {
    const calls = await Promise.all(Array.from({ length: 14 }, () => call({ idToken: 'good' })));
    expect(calls.filter(({ ok }) => ok)).toHaveLength(12);
    expect(calls.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'wait' } });
    const busy = caller;
    caller = newCaller();
    expect(await call({ idToken: 'good' })).toMatchObject({ ok: true });
    caller = busy;
    stage.nowMs += 60_000;
    expect(await call({ idToken: 'good' })).toMatchObject({ ok: true });
  });
});

describe('a guest’s call', () => {
  it('needs no token, and is read as strictly', async () => {
    const run = async (_: FunctionContext, payload: unknown) => {
      readFields(payload, ['token']);
      return { seat: 1 } as never;
    };
    const guest = (event: unknown) => answerGuest('join-share', run, context, event);
    expect(await guest({ token: 'x' })).toEqual({ ok: true, value: { seat: 1 } });
    for (const event of [{ idToken: 'good' }, null, [], JSON.parse('{"__proto__":{}}')])
      expect(await guest(event)).toMatchObject({ ok: false, error: { code: 'invalid' } });
  });
});
