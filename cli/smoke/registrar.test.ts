import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readDeployment } from './deployment';
import { OUTPUTS } from './fixtures/outputs';
import { pointAt } from './person';
import { adminSignUp, selfSignUp } from './registrar';

const asked: string[] = [];
let server: Server;

beforeEach(async () => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'administrator');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'administrator');
  asked.length = 0;
  server = createServer((request, response) => {
    asked.push(String(request.headers['x-amz-target']).split('.')[1] ?? '');
    response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' });
    response.end(JSON.stringify({ UserConfirmed: false, UserSub: 'sub' }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await new Promise((resolve) => server.close(resolve));
});

function deployment(selfSignUp: 'open' | 'closed') {
  const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const endpoints = { cognitoIdp: at, cognitoIdentity: at, sqs: at, sns: at, lambda: at };
  const cloud = { ...OUTPUTS.custom.cloud, selfSignUp, endpoints };
  const read = readDeployment(JSON.stringify({ ...OUTPUTS, custom: { cloud } }));
  pointAt(read);
  return read;
}

describe('a person for a run', () => {
  it('signs up and is confirmed by an administrator, where sign-up is open', async () => {
    const registrar = adminSignUp(deployment('open'));
    await registrar.register('a@example.com', 'pass');
    await registrar.remove('a@example.com');
    expect(asked).toEqual(['SignUp', 'AdminConfirmSignUp', 'AdminDeleteUser']);
  });

  it('is made by an administrator, without a mail, where it is closed', async () => {
    await adminSignUp(deployment('closed')).register('a@example.com', 'pass');
    expect(asked).toEqual(['AdminCreateUser', 'AdminSetUserPassword']);
  });

  it('confirms by the code that was sent, without an administrator', async () => {
    deployment('open');
    const registrar = selfSignUp({ unattended: false, code: async () => '123456' });
    await registrar.register('a@example.com', 'pass');
    expect(asked).toEqual(['SignUp', 'ConfirmSignUp']);
    await expect(registrar.remove('a@example.com')).rejects.toThrow('Delete a@example.com');
  });
});
