import { afterEach, describe, expect, it } from 'vitest';
import {
  startStubEndpoint,
  type Refusal,
  type SignedRequest,
  type StubEndpoint,
} from '$lib/source/sqs/fixtures/stub-endpoint';
import { connectFunctions } from './lambda-client';

const HOUR_MS = 3_600_000;
const ever = new AbortController().signal;
const stamp = (ms: number) => new Date(ms).toISOString().replace(/[-:]|\.\d{3}/g, '');

let stub: StubEndpoint;
afterEach(() => stub.close());

async function functionsThat(refuse: (request: SignedRequest) => Refusal | null) {
  stub = await startStubEndpoint(refuse, () => null);
  let given = 0;
  const credentials = async () => ({
    accessKeyId: `AKID${String(++given)}`,
    secretAccessKey: 'secret',
    sessionToken: 'session',
    expiration: new Date(Date.now() + HOUR_MS),
  });
  const { endpoint } = stub;
  return connectFunctions({ region: 'eu-central-1', endpoint, credentials });
}

describe('the functions’ client', () => {
  it('gives what a function returned', async () => {
    const invoke = await functionsThat(() => null);
    expect(await invoke('fn', '{"a":1}', ever)).toEqual({ payload: '{}', failed: false });
  });

  it('asks for credentials once while they hold', async () => {
    const invoke = await functionsThat(() => null);
    await invoke('fn', '{}', ever);
    await invoke('fn', '{}', ever);
    expect(stub.requests.map(({ accessKeyId }) => accessKeyId)).toEqual(['AKID1', 'AKID1']);
  });

  it('sets its clock right by a refusal that tells the time, and calls once more', async () => {
    const serverNow = () => Date.now() + 2 * HOUR_MS;
    const invoke = await functionsThat(({ signedAt }) => {
      if (Math.abs(signedAt - serverNow()) < 300_000) return null;
      const message = `Signature expired: ${stamp(signedAt)} is now earlier than ${stamp(serverNow() - 300_000)} (${stamp(serverNow())} - 5 min.)`;
      return { type: 'InvalidSignatureException', message };
    });
    expect(await invoke('fn', '{}', ever)).toMatchObject({ failed: false });
    expect(stub.requests).toHaveLength(2);
  });

  it('does not call again after any other refusal', async () => {
    const invoke = await functionsThat(() => ({ type: 'AccessDeniedException', message: 'no' }));
    await expect(invoke('fn', '{}', ever)).rejects.toMatchObject({ name: 'AccessDeniedException' });
    expect(stub.requests).toHaveLength(1);
  });
});
