import { describe, expect, it } from 'vitest';
import type { Surroundings } from '$lib/source/surroundings';
import { amplifyError, OUTPUTS } from './fixtures/fake-auth';
import { FunctionCaller } from './function-caller';
import type { Invoke, Returned } from './lambda-client';

const SURROUNDINGS: Surroundings = {
  now: () => 0,
  random: () => 0.5,
  sleep: () => Promise.resolve(),
  isOnline: () => true,
  nextOnline: () => new Promise(() => undefined),
};

const ok = (value: unknown): Returned => ({
  payload: JSON.stringify({ ok: true, value }),
  failed: false,
});

/** A caller of functions that answer in turn, and what they were given. */
function calling(...answers: (Returned | Error)[]) {
  const given: (readonly [name: string, payload: unknown])[] = [];
  const invoke: Invoke = async (name, payload) => {
    given.push([name, JSON.parse(payload)]);
    const answer = answers.shift();
    if (!answer || answer instanceof Error) throw answer ?? new Error('called once too often');
    return answer;
  };
  return {
    caller: new FunctionCaller(invoke, OUTPUTS.custom.cloud.functions, SURROUNDINGS),
    given,
  };
}

const TOKEN = { idToken: 'token' };

describe('a call', () => {
  it('goes to the function by its name in the cloud, with the token, and gives what it answers', async () => {
    const { caller, given } = calling(ok({ eventId: 'e-1' }));
    expect(await caller.call('test-event', TOKEN)).toEqual({ eventId: 'e-1' });
    expect(given).toEqual([['fn-test-event', TOKEN]]);
  });

  it('that is refused says why in the function’s own words', async () => {
    const error = { code: 'wait', message: 'Too soon.', resolution: 'Wait 60 s.' };
    const { caller } = calling({ payload: JSON.stringify({ ok: false, error }), failed: false });
    await expect(caller.call('ensure-queue', TOKEN)).rejects.toMatchObject({
      refusal: 'wait',
      message: 'Too soon.',
      resolution: 'Wait 60 s.',
    });
  });

  it('is made again while it is throttled, four times at most', async () => {
    const slow = amplifyError('TooManyRequestsException');
    const patient = calling(slow, slow, slow, ok({ eventId: 'e-1' }));
    expect(await patient.caller.call('test-event', TOKEN)).toEqual({ eventId: 'e-1' });
    const tired = calling(slow, slow, slow, slow, ok({ eventId: 'e-1' }));
    await expect(tired.caller.call('test-event', TOKEN)).rejects.toMatchObject({
      code: 'TooManyRequestsException',
    });
    expect(tired.given).toHaveLength(4);
  });

  it('is not made again after any other failure: it may have run', async () => {
    const { caller, given } = calling(new TypeError('Failed to fetch'), ok({ eventId: 'e-1' }));
    await expect(caller.call('test-event', TOKEN)).rejects.toMatchObject({
      name: 'AccountError',
      message: 'The deployment did not answer.',
    });
    expect(given).toHaveLength(1);
  });

  it.each([
    ['that fell over', { payload: '{"errorMessage":"boom"}', failed: true }, 'FunctionError'],
    ['that answers nonsense', { payload: 'null', failed: false }, 'BadAnswer'],
    ['that answers no JSON', { payload: '<html>', failed: false }, 'BadAnswer'],
    [
      'whose refusal has no words',
      { payload: '{"ok":false,"error":{}}', failed: false },
      'BadAnswer',
    ],
  ])('of a function %s is told as such', async (_, returned, code) => {
    const { caller } = calling(returned);
    await expect(caller.call('ensure-queue', TOKEN)).rejects.toMatchObject({ code });
  });

  it('ends with its signal, and rejects with the signal’s own reason', async () => {
    const stop = new AbortController();
    const never: Invoke = () => new Promise(() => undefined);
    const caller = new FunctionCaller(never, OUTPUTS.custom.cloud.functions, SURROUNDINGS);
    const asked = caller.call('ensure-queue', TOKEN, { signal: stop.signal });
    const reason = new Error('the page was left');
    stop.abort(reason);
    await expect(asked).rejects.toBe(reason);
  });

  it('is given up at its limit', async () => {
    const never: Invoke = () => new Promise(() => undefined);
    const caller = new FunctionCaller(never, OUTPUTS.custom.cloud.functions, SURROUNDINGS);
    await expect(caller.call('ensure-queue', TOKEN, { limitMs: 1 })).rejects.toMatchObject({
      name: 'AccountError',
      code: 'TimeoutError',
    });
  });
});
