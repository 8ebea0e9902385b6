import { describe, expect, it } from 'vitest';
import { factsOf } from './environment';
import { toLogLine } from './log';
import { toUuid } from './uuid';

const ENVIRONMENT = {
  PREFIX: 'ame-01234567',
  DEPLOYMENT: 'hosted',
  AWS_REGION: 'eu-west-1',
  ACCOUNT_ID: '123456789012',
  ALLOWED_DOMAINS: ' Example.com ,, beta.example.org',
};

describe('a function’s environment', () => {
  it('gives the facts', () => {
    expect(factsOf(ENVIRONMENT)).toMatchObject({
      prefix: 'ame-01234567',
      deployment: 'hosted',
      region: 'eu-west-1',
      account: '123456789012',
      sharesTable: '',
      allowedDomains: ['example.com', 'beta.example.org'],
    });
  });

  it('is the closed kind of deployment unless it says otherwise', () => {
    for (const DEPLOYMENT of [undefined, '', 'Hosted', 'own'])
      expect(factsOf({ ...ENVIRONMENT, DEPLOYMENT }).deployment).toBe('own');
    expect(factsOf({ ...ENVIRONMENT, ALLOWED_DOMAINS: '' }).allowedDomains).toEqual([]);
  });

  it('says what is missing', () => {
    for (const name of ['PREFIX', 'AWS_REGION', 'ACCOUNT_ID'])
      expect(() => factsOf({ ...ENVIRONMENT, [name]: undefined })).toThrow(name);
  });
});

describe('a log line', () => {
  it('is one line of JSON that is found by its request', () => {
    const line = toLogLine({ level: 'warn', message: 'a\nb', call: 'invite' }, 'request', 0);
    expect(line).not.toContain('\n');
    expect(JSON.parse(line)).toEqual({
      timestamp: '1970-01-01T00:00:00.000Z',
      level: 'WARN',
      requestId: 'request',
      message: 'a\nb',
      call: 'invite',
    });
  });
});

describe('a UUID', () => {
  it('is of version 4, whatever the bytes', () => {
    expect(toUuid(new Uint8Array(16))).toBe('00000000-0000-4000-8000-000000000000');
    expect(toUuid(new Uint8Array(16).fill(255))).toBe('ffffffff-ffff-4fff-bfff-ffffffffffff');
  });
});
