import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { synthesise } from '../../amplify/synth';
import type { Answer } from '../../src/lib/core/cloud/calls';
import { deploymentOfTemplates } from './deployment-of-templates';
import { configureAmplify, forget } from './fixtures/amplify-member';
import { guest, Hands, joinedPerson, signedIn, type Person } from './fixtures/person';
import { startLocalCloud, type LocalCloud } from './local-cloud';
import { putFromConnector } from './put-event';

const CONNECTED = '111122223333';
const DAY_MS = 86_400_000;
const SYNTHESIS_MS = 300_000;
const EVENT = JSON.stringify({
  version: '0',
  id: '6a7e8feb-b491-4cf7-a9f1-bf3703467718',
  'detail-type': 'EC2 Instance State-change Notification',
  source: 'aws.ec2',
  account: CONNECTED,
  time: '2026-01-01T00:00:00Z',
  region: 'eu-central-1',
  resources: ['arn:aws:ec2:eu-central-1:111122223333:instance/i-0'],
  detail: { 'instance-id': 'i-0', state: 'running' },
});
const SHARED = JSON.stringify({ id: 'x', source: 'aws.ec2', detail: { outcome: 'neutral' } });

let cloud: LocalCloud;
beforeAll(async () => {
  const templates = await synthesise(undefined, { deployment: 'hosted' });
  cloud = await startLocalCloud(deploymentOfTemplates(templates), 0);
  configureAmplify(cloud.outputs);
}, SYNTHESIS_MS);
afterEach(forget);
afterAll(() => cloud.close());

/** What a call gave. @throws where it was refused. */
function value<T>(answer: Answer<T>): T {
  if (answer.ok) return answer.value;
  throw new Error(`${answer.error.code}: ${answer.error.message}`);
}

async function placeOf({ hands, idToken }: Person) {
  return value(await hands.call('ensure-queue', {}, idToken));
}

async function link({ hands, idToken }: Person, maxListeners = 2) {
  const filter = { sources: [], outcomes: [] };
  const expiresAt = Date.now() + DAY_MS;
  const input = { name: 'Our team', expiresAt, maxListeners, filter };
  return value(await hands.call('create-share', input, idToken));
}

const refusalOf = (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    () => 'allowed',
    (thrown: unknown) => (thrown instanceof Error ? thrown.name : String(thrown)),
  );

describe('a person of a hosted deployment', () => {
  it('has a queue when the sign-up is confirmed, and hears a test event', async () => {
    const person = await joinedPerson(cloud, 'one@example.com');
    expect(await cloud.services.messages.queueNames()).toContain(
      `${cloud.outputs.custom.cloud.prefix}-q-${person.sub}`,
    );
    const { queueUrl } = await placeOf(person);
    const { eventId } = value(await person.hands.call('test-event', {}, person.idToken));
    const [body = '{}'] = await person.hands.take(queueUrl);
    expect(JSON.parse(body)).toMatchObject({ id: eventId, source: 'aws-musical-event' });
  });

  it('hears a connector once its account is added, and no longer when it is removed', async () => {
    const { hands, idToken, ...person } = await joinedPerson(cloud, 'two@example.com');
    const { feedArn, queueUrl } = await placeOf({ hands, idToken, ...person });
    const put = () => refusalOf(putFromConnector(cloud.services, feedArn, EVENT, CONNECTED));
    expect(await put()).toBe('EventRefused');
    value(await hands.call('connections', { action: 'add', account: CONNECTED }, idToken));
    expect(await put()).toBe('allowed');
    expect(await hands.take(queueUrl)).toEqual([EVENT]);
    value(await hands.call('connections', { action: 'remove', account: CONNECTED }, idToken));
    expect(await put()).toBe('EventRefused');
  });

  it('is told by the checks that the queue and the feed are well', async () => {
    const person = await joinedPerson(cloud, 'three@example.com');
    await placeOf(person);
    const connection = { action: 'add', account: CONNECTED } as const;
    value(await person.hands.call('connections', connection, person.idToken));
    const { checks } = value(await person.hands.call('check-connection', {}, person.idToken));
    const states = new Map(checks.map(({ id, state }) => [id, state]));
    for (const id of ['queue', 'feed', 'subscription', 'feed-policy'] as const)
      expect([id, states.get(id)]).toEqual([id, 'ok']);
  });

  it('reaches neither the queue nor the shared feed of another one, and no call of theirs', async () => {
    const first = await joinedPerson(cloud, 'four@example.com');
    const place = await placeOf(first);
    await forget();
    const second = await joinedPerson(cloud, 'five@example.com');
    expect(await refusalOf(second.hands.take(place.queueUrl))).toBe('AccessDeniedException');
    const publishing = second.hands.publish(place.sharedFeedArn, SHARED);
    expect(await refusalOf(publishing)).toBe('AuthorizationErrorException');
    const forged = await second.hands.call('ensure-queue', {}, `${second.idToken}x`);
    expect(forged).toMatchObject({ ok: false, error: { code: 'signed-out' } });
    const refused = await second.hands.call('invite', { email: 'x@example.com' }, second.idToken);
    expect(refused).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
  });

  it('leaves nothing behind when the account is deleted', async () => {
    const person = await joinedPerson(cloud, 'six@example.com');
    await placeOf(person);
    const { token } = await link(person);
    value(await (await guest(cloud)).call('join-share', { token }));
    value(await person.hands.call('delete-account', {}, person.idToken));
    const { messages, tables, pool } = cloud.services;
    const names = [...(await messages.queueNames()), ...(await messages.topicArns())];
    expect(names.filter((name) => name.includes(person.sub))).toEqual([]);
    expect(names.filter((name) => name.includes('-listen-'))).toEqual([]);
    expect(pool.users.find(person.sub)).toBeNull();
    const rows = await tables.items(`${cloud.outputs.custom.cloud.prefix}-shares`);
    const left = rows.map((row) => JSON.stringify(row));
    expect(left.filter((row) => row.includes('six@example.com'))).toEqual([]);
    // Counts of calls, and marks that keep old tokens and links from making anything anew: all of it runs out.
    const lasting = left.filter((row) => row.includes(person.sub) && !row.includes('expires'));
    expect(lasting).toEqual([]);
  });
});

describe('a listener with a link', () => {
  it('hears what the owner shares, reaches nothing else, and is silenced when the link is revoked', async () => {
    const owner = await joinedPerson(cloud, 'seven@example.com');
    const { sharedFeedArn, queueUrl } = await placeOf(owner);
    const { share, token } = await link(owner);
    const visitor = await guest(cloud);
    const seat = value(await visitor.call('join-share', { token }));
    const listener = new Hands(cloud, seat.credentials);
    await owner.hands.publish(sharedFeedArn, SHARED);
    expect(await listener.take(seat.queueUrl)).toEqual([SHARED]);
    expect(await refusalOf(listener.take(queueUrl, 0))).toBe('AccessDeniedException');
    expect(await refusalOf(visitor.take(queueUrl, 0))).toBe('AccessDeniedException');
    expect(await refusalOf(listener.publish(sharedFeedArn, SHARED))).toBe(
      'AuthorizationErrorException',
    );
    value(await owner.hands.call('revoke-share', { id: share.id }, owner.idToken));
    expect(await refusalOf(listener.take(seat.queueUrl, 0))).toBe('QueueDoesNotExist');
    expect(await visitor.call('join-share', { token })).toMatchObject({
      ok: false,
      error: { code: 'revoked' },
    });
  });

  it('keeps its queue when it renews, and a full link takes nobody more', async () => {
    const owner = await joinedPerson(cloud, 'eight@example.com');
    await placeOf(owner);
    const { token } = await link(owner, 1);
    const visitor = await guest(cloud);
    const { pass, queueUrl } = value(await visitor.call('join-share', { token }));
    expect(value(await visitor.call('join-share', { token, pass })).queueUrl).toBe(queueUrl);
    const refused = await (await guest(cloud)).call('join-share', { token });
    expect(refused).toMatchObject({ ok: false, error: { code: 'full' } });
  });
});

it('puts no call of a person through to a policy that refuses it', async () => {
  const before = cloud.services.gate.denials.length;
  const person = await joinedPerson(cloud, 'nine@example.com');
  await placeOf(person);
  await forget();
  await placeOf(await signedIn(cloud, 'nine@example.com'));
  const { share } = await link(person);
  value(await person.hands.call('list-shares', {}, person.idToken));
  value(await person.hands.call('revoke-share', { id: share.id }, person.idToken));
  value(await person.hands.call('delete-account', {}, person.idToken));
  await cloud.services.runner.run('sweep', {});
  expect(cloud.services.gate.denials.slice(before)).toEqual([]);
});
