import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { STAGE } from '../fixtures/stage-deployment';
import { startLocalCloud, type LocalCloud } from '../local-cloud';
import type { IssuedCredentials } from './keyring';

const OWN = 'aaaaaaaa-0000-4000-8000-000000000000';
const OTHER = 'bbbbbbbb-0000-4000-8000-000000000000';

let cloud: LocalCloud;
beforeAll(async () => {
  cloud = await startLocalCloud(STAGE, 0);
  for (const sub of [OWN, OTHER])
    await cloud.services.messages.createQueue(`${STAGE.prefix}-q-${sub}`, null);
});
afterAll(() => cloud.close());

const urlOf = (sub: string) => `${cloud.endpoint}/${STAGE.place.account}/${STAGE.prefix}-q-${sub}`;

function memberCredentials(sub: string, seconds = 3_600): IssuedCredentials {
  const bearer = {
    roleArn: STAGE.authenticatedRoleArn,
    sessionName: 'CognitoIdentityCredentials',
    tags: { sub },
    sessionPolicy: null,
  };
  return cloud.services.keyring.issue(bearer, seconds);
}

function clientWith({ accessKeyId, secretAccessKey, sessionToken }: IssuedCredentials): SQSClient {
  return new SQSClient({
    endpoint: cloud.endpoint,
    region: STAGE.place.region,
    credentials: { accessKeyId, secretAccessKey, sessionToken },
    useQueueUrlAsEndpoint: false,
    maxAttempts: 1,
  });
}

async function receive(credentials: IssuedCredentials, sub: string): Promise<string> {
  const client = clientWith(credentials);
  try {
    await client.send(new ReceiveMessageCommand({ QueueUrl: urlOf(sub) }));
    return 'received';
  } catch (thrown) {
    return thrown instanceof Error ? thrown.name : String(thrown);
  } finally {
    client.destroy();
  }
}

describe('the gate', () => {
  it('lets a person read their own queue, and no other', async () => {
    const credentials = memberCredentials(OWN);
    expect(await receive(credentials, OWN)).toBe('received');
    expect(await receive(credentials, OTHER)).toBe('AccessDeniedException');
    expect(cloud.services.gate.denials.at(-1)).toMatchObject({
      action: 'sqs:ReceiveMessage',
      who: 'arn:aws:sts::000000000000:assumed-role/member/CognitoIdentityCredentials',
    });
  });

  it('asks for each action by itself', async () => {
    const client = clientWith(memberCredentials(OWN));
    const QueueUrl = urlOf(OWN);
    const AttributeNames = ['QueueArn' as const];
    const told = await client.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames }));
    expect(told.Attributes?.['QueueArn']).toContain(OWN);
    const made = client.send(new CreateQueueCommand({ QueueName: `${STAGE.prefix}-q-${OWN}` }));
    await expect(made).rejects.toMatchObject({ name: 'AccessDeniedException' });
    client.destroy();
  });

  it('refuses a wrong secret, another token, unknown keys and what is too old', async () => {
    const good = memberCredentials(OWN);
    expect(await receive({ ...good, secretAccessKey: 'another' }, OWN)).toBe(
      'InvalidSignatureException',
    );
    expect(await receive({ ...good, sessionToken: 'another' }, OWN)).toBe(
      'InvalidSignatureException',
    );
    expect(await receive({ ...good, accessKeyId: 'ASIAUNKNOWN' }, OWN)).toBe(
      'UnrecognizedClientException',
    );
    expect(await receive(memberCredentials(OWN, -1), OWN)).toBe('ExpiredTokenException');
  });

  it('refuses a request that nobody signed', async () => {
    const headers = {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': 'AmazonSQS.ReceiveMessage',
    };
    const body = JSON.stringify({ QueueUrl: urlOf(OWN) });
    const answer = await fetch(cloud.endpoint, { method: 'POST', headers, body });
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ __type: 'MissingAuthenticationTokenException' });
  });

  it('lets a wrong clock pass up to five minutes, and says which way it is wrong', async () => {
    const credentials = memberCredentials(OWN, 7_200);
    for (const [skewMs, words] of [
      [4 * 60_000, 'received'],
      [6 * 60_000, 'Signature expired'],
      [-6 * 60_000, 'Signature not yet current'],
    ] as const) {
      cloud.faults.clockSkewMs = skewMs;
      const client = clientWith(credentials);
      const said = await client
        .send(new ReceiveMessageCommand({ QueueUrl: urlOf(OWN) }))
        .then(() => 'received', String);
      expect(said).toContain(words);
      client.destroy();
    }
    cloud.faults.clockSkewMs = 0;
  });
});

describe('the door', () => {
  it('answers a preflight for the headers that the SDKs send, and lets pages read what AWS lets them', async () => {
    const preflight = await fetch(cloud.endpoint, { method: 'OPTIONS' });
    expect(preflight.headers.get('access-control-allow-origin')).toBe('*');
    expect(preflight.headers.get('access-control-allow-headers')).toContain('amz-sdk-request');
    const answer = await fetch(cloud.endpoint, { method: 'POST', body: '' });
    expect(answer.status).toBe(404);
    expect(answer.headers.get('access-control-expose-headers')).toBe(
      'x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date',
    );
  });
});
