import { PublishCommand } from '@aws-sdk/client-sns';
import { PAGE_SOURCE } from '../../../src/lib/core/cloud/names';
import type { FunctionContext, MemberRun } from '../../functions/context';
import { readFields } from '../../functions/payload';
import { thingsOf } from '../../functions/place/things';
import { Refusal } from '../../functions/refusal';
import { orNull } from '../../functions/service-error';
import { toUuid } from '../../functions/uuid';

/** Sends one event to the caller's feed, as a connector would; gives its id, by which the page knows it again. */
export const run: MemberRun<'test-event'> = async (context, payload, caller) => {
  readFields(payload, []);
  const { feedArn } = thingsOf(context.facts, caller.sub);
  const eventId = toUuid(context.random(16));
  const Message = JSON.stringify(testEvent(context, eventId));
  const sent = context.clients.sns.send(new PublishCommand({ TopicArn: feedArn, Message }));
  if ((await orNull(sent, 'NotFound')) === null)
    throw new Refusal(
      'not-found',
      'Your feed does not exist yet.',
      'Open the Connect page once more: it makes what is missing.',
    );
  return { eventId };
};

/** In EventBridge's envelope, so that it is read, matched and heard as any other. */
function testEvent(context: FunctionContext, id: string) {
  const { facts } = context;
  return {
    version: '0',
    id,
    'detail-type': 'Test Event',
    source: PAGE_SOURCE,
    account: facts.account,
    time: `${new Date(context.now()).toISOString().slice(0, 19)}Z`,
    region: facts.region,
    resources: [],
    detail: { message: 'You asked for this event on the Connect page.', status: 'SUCCEEDED' },
  };
}
