import { describe, expect, it } from 'vitest';
import { Account } from './account';
import { fakeAuth, GUEST, OUTPUTS, signedIn } from './fixtures/fake-auth';
import type { AmplifyOutputs } from './outputs';
import { resourcesConfigOf } from './resources-config';

const ENDPOINTS = {
  cognitoIdp: 'http://127.0.0.1:4000/cognito-idp/',
  cognitoIdentity: 'http://127.0.0.1:4000/cognito-identity/',
  sqs: 'http://127.0.0.1:4000/sqs/',
  sns: 'http://127.0.0.1:4000/sns/',
  lambda: 'http://127.0.0.1:4000/lambda/',
};
const LOCAL: AmplifyOutputs = {
  ...OUTPUTS,
  custom: { cloud: { ...OUTPUTS.custom.cloud, endpoints: ENDPOINTS } },
};

function accountOf(outputs: AmplifyOutputs, session = signedIn()) {
  const invoked: unknown[] = [];
  const { service } = fakeAuth({ fetchAuthSession: async () => session });
  const account = new Account(outputs, service, () => async (name, payload) => {
    invoked.push([name, JSON.parse(payload)]);
    return { payload: '{"ok":true,"value":{}}', failed: false };
  });
  return { account, invoked };
}

describe('the account', () => {
  it('sends the caller’s token with every call', async () => {
    const { account, invoked } = accountOf(OUTPUTS);
    await account.call('connections', { action: 'add', account: '123456789012' });
    expect(invoked).toEqual([
      ['fn-connections', { action: 'add', account: '123456789012', idToken: 'token of sub-1' }],
    ]);
  });

  it('knows the queue of who is signed in by its name, and asks nothing for it', async () => {
    const { account, invoked } = accountOf(OUTPUTS);
    const { sub, address } = await account.queue();
    expect(sub).toBe('sub-1');
    expect(address).toMatchObject({
      region: 'eu-central-1',
      queueUrl: 'https://sqs.eu-central-1.amazonaws.com/111122223333/ame-00112233-q-sub-1',
    });
    expect(address.endpoint).toBeUndefined();
    expect(invoked).toEqual([]);
  });

  it('has a missing queue made by ensure-queue', async () => {
    const { account, invoked } = accountOf(OUTPUTS);
    const { repair } = await account.queue();
    await repair(new AbortController().signal);
    expect(invoked).toEqual([['fn-ensure-queue', { idToken: 'token of sub-1' }]]);
  });

  it('has no queue where nobody is signed in', async () => {
    const { account } = accountOf(OUTPUTS, GUEST);
    await expect(account.queue()).rejects.toMatchObject({ message: 'You are signed out.' });
  });

  it('reads the queue of a local cloud at its endpoint', async () => {
    const { account } = accountOf(LOCAL);
    const { address } = await account.queue();
    expect(address.endpoint).toBe(ENDPOINTS.sqs);
    expect(address.queueUrl).toBe('http://127.0.0.1:4000/sqs/111122223333/ame-00112233-q-sub-1');
  });
});

describe('Amplify’s configuration', () => {
  it('names the pools, and no endpoints of its own', () => {
    expect(resourcesConfigOf(OUTPUTS).Auth?.Cognito).toEqual({
      userPoolId: 'eu-central-1_abcdefghi',
      userPoolClientId: 'client',
      identityPoolId: 'eu-central-1:0000',
      allowGuestAccess: true,
      loginWith: { email: true },
      signUpVerificationMethod: 'code',
    });
  });

  it('goes to a local cloud where there is one', () => {
    expect(resourcesConfigOf(LOCAL).Auth?.Cognito).toMatchObject({
      userPoolEndpoint: ENDPOINTS.cognitoIdp,
      identityPoolEndpoint: ENDPOINTS.cognitoIdentity,
    });
  });
});
