import { CreateTopicCommand } from '@aws-sdk/client-sns';
import { GetQueueUrlCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ServiceRefusal } from '../../functions/fixtures/fake-client';
import { FACTS, newCaller, openStage, type Stage } from '../../functions/fixtures/stage';
import { thingsOf } from '../../functions/place/things';
import { run } from './post-confirmation';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  await stage.sns.send(new CreateTopicCommand({ Name: `${FACTS.prefix}-account` }));
});
afterAll(() => stage.close());

function eventOf(sub: string, email = 'ada@example.com', triggerSource = SIGN_UP) {
  const request = { userAttributes: { sub, email } };
  return { version: '1', triggerSource, userPoolId: 'pool', userName: sub, request, response: {} };
}
const SIGN_UP = 'PostConfirmation_ConfirmSignUp';

function queueOf(sub: string) {
  const QueueName = thingsOf(FACTS, sub).queueName;
  return stage.sqs.send(new GetQueueUrlCommand({ QueueName }));
}

describe('post-confirmation', () => {
  it('makes the place, and gives the event back as it came', async () => {
    const { sub } = newCaller();
    const event = eventOf(sub);
    expect(await run(stage.context(), event)).toBe(event);
    expect(await run(stage.context(), event)).toEqual(eventOf(sub));
    expect((await queueOf(sub)).QueueUrl).toContain(sub);
  });

  it('does nothing after a forgotten password', async () => {
    const { sub } = newCaller();
    const event = eventOf(sub, 'ada@example.com', 'PostConfirmation_ConfirmForgotPassword');
    expect(await run(stage.context(), event)).toBe(event);
    await expect(queueOf(sub)).rejects.toMatchObject({ name: 'QueueDoesNotExist' });
  });

  it('lets the confirmation succeed when the place cannot be made, and logs why', async () => {
    const { sub } = newCaller();
    const context = stage.context();
    const send = () => Promise.reject(new ServiceRefusal('ThrottlingException', 'too fast'));
    const sqs = { send } as unknown as typeof stage.sqs;
    const event = eventOf(sub);
    expect(await run({ ...context, clients: { ...context.clients, sqs } }, event)).toBe(event);
    expect(stage.logged.at(-1)).toMatchObject({ level: 'error', sub, words: 'too fast' });
  });

  it('answers Cognito in time when a service does not', async () => {
    vi.useFakeTimers();
    const context = stage.context();
    const sqs = { send: () => new Promise(() => undefined) } as unknown as typeof stage.sqs;
    const event = eventOf(newCaller().sub);
    const answered = run({ ...context, clients: { ...context.clients, sqs } }, event);
    await vi.advanceTimersByTimeAsync(4_000);
    vi.useRealTimers();
    expect(await answered).toBe(event);
    expect(stage.logged.at(-1)).toMatchObject({ level: 'error', words: 'it took too long' });
  });

  it('makes a listener of who comes from a named domain, in a deployment of one’s own', async () => {
    const own = stage.context({ deployment: 'own', allowedDomains: ['example.com'] });
    const sub = '00000000-0000-4000-8000-0000000000aa';
    stage.pool.users.set(sub, { email: 'ada@example.com', status: 'CONFIRMED', groups: new Set() });
    await run(own, eventOf(sub));
    expect([...stage.pool.users.get(sub)!.groups]).toEqual(['listener']);
    expect((await queueOf(sub)).QueueUrl).toContain(sub);
  });

  it('makes nobody a listener in the hosted one, or from elsewhere', async () => {
    const sub = '00000000-0000-4000-8000-0000000000bb';
    stage.pool.users.set(sub, { email: 'eve@evil.net', status: 'CONFIRMED', groups: new Set() });
    await run(stage.context({ allowedDomains: ['example.com'] }), eventOf(sub));
    const own = stage.context({ deployment: 'own', allowedDomains: ['example.com'] });
    await run(own, eventOf(sub, 'eve@evil.net'));
    expect([...stage.pool.users.get(sub)!.groups]).toEqual([]);
  });
});
