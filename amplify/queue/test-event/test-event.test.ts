import { ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, describe, it } from 'vitest';
import { readBody } from '../../../src/lib/core/event/read-body';
import { newCaller, openStage, type Stage } from '../../functions/fixtures/stage';
import { run as ensureQueue } from '../ensure-queue/ensure-queue';
import { run } from './test-event';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

describe('test-event', () => {
  it('sends an event that is read like any other', async () => {
    const caller = newCaller();
    const { queueUrl: QueueUrl } = await ensureQueue(stage.context(), {}, caller);
    const { eventId } = await run(stage.context(), {}, caller);
    const { Messages } = await stage.sqs.send(new ReceiveMessageCommand({ QueueUrl }));
    const { events, unreadable } = readBody(Messages![0]!.Body!, 0);
    expect(unreadable).toEqual([]);
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({
      id: eventId,
      time: stage.nowMs,
      source: 'aws-musical-event',
      detailType: 'Test Event',
      outcome: 'success',
      region: 'us-east-1',
      resources: [],
      mended: [],
    });
  });

  it('gives each event an id of its own', async () => {
    const caller = newCaller();
    await ensureQueue(stage.context(), {}, caller);
    const sent = await Promise.all([1, 2, 3].map(() => run(stage.context(), {}, caller)));
    const ids = sent.map(({ eventId }) => eventId);
    expect(new Set(ids).size).toBe(3);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab]/);
  });

  it('says what to do where there is no feed yet', async () => {
    const asked = run(stage.context(), {}, newCaller());
    await expect(asked).rejects.toMatchObject({ code: 'not-found' });
  });

  it('refuses a feed of somebody’s choosing', async () => {
    const asked = run(stage.context(), { feedArn: 'arn:aws:sns:us-east-1:1:x' }, newCaller());
    await expect(asked).rejects.toMatchObject({ code: 'invalid' });
  });
});
