import { confirmSignIn, signIn, signUp } from 'aws-amplify/auth';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { synthesise } from '../../amplify/synth';
import { deploymentOfTemplates } from './deployment-of-templates';
import { configureAmplify, forget } from './fixtures/amplify-member';
import { current, type Person } from './fixtures/person';
import { startLocalCloud, type LocalCloud } from './local-cloud';
import { putEvent } from './put-event';
import { SIGNED_ACTIONS } from './user-pool/actions';

const PASSWORD = 'a long pass phrase';
const SYNTHESIS_MS = 300_000;
const EVENT = JSON.stringify({ id: 'e', source: 'aws.ec2', detail: { state: 'running' } });

let cloud: LocalCloud;
beforeAll(async () => {
  const templates = await synthesise(undefined, { deployment: 'own' });
  cloud = await startLocalCloud(deploymentOfTemplates(templates), 0);
  configureAmplify(cloud.outputs);
}, SYNTHESIS_MS);
afterEach(forget);
afterAll(() => cloud.close());

/** Does to the user pool what the deployer does from a command line. */
async function administer(action: string, input: object): Promise<void> {
  const { pool } = cloud.services;
  await SIGNED_ACTIONS.get(action)?.(pool, { UserPoolId: pool.id, ...input });
}

/** Signs in with the first password that was sent, and chooses another. */
async function firstSignIn(username: string): Promise<Person> {
  const password = cloud.services.pool.outbox.newestTo(username)?.secret ?? '';
  const { nextStep } = await signIn({ username, password });
  expect(nextStep.signInStep).toBe('CONFIRM_SIGN_IN_WITH_NEW_PASSWORD_REQUIRED');
  await confirmSignIn({ challengeResponse: PASSWORD });
  return current(cloud);
}

async function queueOf({ hands, idToken }: Person): Promise<string> {
  const answer = await hands.call('ensure-queue', {}, idToken);
  expect(answer).toMatchObject({ ok: true, value: { hearsOwnAccount: true } });
  return answer.ok ? answer.value.queueUrl : '';
}

it('nobody signs up by themselves', async () => {
  await expect(
    signUp({ username: 'stranger@example.com', password: PASSWORD }),
  ).rejects.toMatchObject({ name: 'NotAuthorizedException' });
});

it('the owner, and whom the owner invites, hear the account by its own rules', async () => {
  const Username = 'owner@example.com';
  await administer('AdminCreateUser', { Username });
  await administer('AdminAddUserToGroup', { Username, GroupName: 'owner' });
  const owner = await firstSignIn(Username);
  const ownQueue = await queueOf(owner);
  const email = 'colleague@example.com';
  const invited = await owner.hands.call('invite', { email }, owner.idToken);
  expect(invited).toEqual({ ok: true, value: { email } });
  await forget();
  const colleague = await firstSignIn(email);
  const theirQueue = await queueOf(colleague);
  const { region, account, prefix } = cloud.outputs.custom.cloud;
  const feed = `arn:aws:sns:${region}:${account}:${prefix}-account`;
  await putEvent(cloud.services, feed, EVENT);
  expect(await owner.hands.take(ownQueue)).toEqual([EVENT]);
  expect(await colleague.hands.take(theirQueue)).toEqual([EVENT]);
  const foreign = `arn:aws:events:${region}:999999999999:rule/${prefix}-rule`;
  await expect(putEvent(cloud.services, feed, EVENT, foreign)).rejects.toMatchObject({
    name: 'EventRefused',
  });
  const { denials } = cloud.services.gate;
  expect(denials).toEqual([]);
});

it('the checks find the rules of the account, and that no trail is there', async () => {
  const Username = 'second@example.com';
  await administer('AdminCreateUser', { Username });
  await administer('AdminAddUserToGroup', { Username, GroupName: 'owner' });
  const owner = await firstSignIn(Username);
  await queueOf(owner);
  const answer = await owner.hands.call('check-connection', {}, owner.idToken);
  const states = answer.ok ? answer.value.checks.map(({ id, state }) => [id, state]) : [];
  expect(states).toContainEqual(['rule', 'ok']);
  expect(states).toContainEqual(['trail', 'wrong']);
});
