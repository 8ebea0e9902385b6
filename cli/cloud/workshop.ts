import type { ServerResponse } from 'node:http';
import type { Asked } from './gate/asked';
import type { Services } from './services';
import { putEvent, putFromConnector } from './put-event';

/** What AWS has not: looking behind the scenes, from another process. No page may, for no origin is allowed. */
export const WORKSHOP_PATH = '/_local/';

type Read = (services: Services, input: Readonly<Record<string, unknown>>) => unknown;

const ACTIONS: ReadonlyMap<string, Read> = new Map<string, Read>([
  ['outbox', ({ pool }) => pool.outbox.mails],
  ['denials', ({ gate }) => gate.denials],
  ['logs', ({ runner }) => runner.logs],
  ['faults', ({ faults }, input) => Object.assign(faults, input)],
  ['refuse-credentials', ({ keyring }) => keyring.revoke()],
  ['sweep', ({ runner }) => runner.run('sweep', {})],
  ['resources', ({ messages }) => resources(messages)],
  [
    'connector-event',
    (services, { topic, body, account }) =>
      putFromConnector(services, String(topic), String(body), String(account)),
  ],
  ['event', (services, input) => putEvent(services, String(input['topic']), String(input['body']))],
]);

async function resources(messages: Services['messages']): Promise<readonly string[]> {
  return [...(await messages.queueNames()), ...(await messages.topicArns())];
}

/** Answers a POST of JSON to one of the workshop's actions. */
export async function answerWorkshop(
  services: Services,
  { method, target, headers, body }: Asked,
  response: ServerResponse,
): Promise<void> {
  const action = ACTIONS.get(target.slice(WORKSHOP_PATH.length));
  const isJson = headers['content-type'] === 'application/json';
  if (!action || method !== 'POST' || !isJson) return void response.writeHead(404).end();
  const given = await action(services, JSON.parse(body === '' ? '{}' : body));
  response
    .writeHead(200, { 'content-type': 'application/json' })
    .end(JSON.stringify(given ?? null));
}
