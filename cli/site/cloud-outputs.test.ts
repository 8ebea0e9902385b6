import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { OUTPUTS } from '../../src/lib/account/fixtures/fake-auth';
import { CloudOutputsError, cloudOrigins, readCloudOutputs } from './cloud-outputs.js';

const folder = mkdtempSync(join(tmpdir(), 'cloud-outputs-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const read = (AMPLIFY_OUTPUTS: string) => readCloudOutputs({ AMPLIFY_OUTPUTS });

describe('the outputs that the site is built with', () => {
  it('are those of the file that is named', () => {
    expect(read(file('good.json', JSON.stringify(OUTPUTS)))).toEqual(OUTPUTS);
  });

  it.each([
    ['is no JSON', '{'],
    ['has no cloud of ours', JSON.stringify({ auth: OUTPUTS.auth })],
    ['is of another version', JSON.stringify(OUTPUTS).replace('"version":1', '"version":2')],
    ['lacks a pool', JSON.stringify(OUTPUTS).replace('identity_pool_id', 'identity_poodle_id')],
    ['is null', 'null'],
  ])('are refused when the file %s', (name, text) => {
    expect(() => read(file(`${name}.json`, text))).toThrow(CloudOutputsError);
  });

  it('are refused when the file that is named is not there, rather than building a demo', () => {
    expect(() => read(join(folder, 'nowhere.json'))).toThrow(/does not exist/);
  });
});

describe('whom the page may talk to', () => {
  it('is nobody else where it has no cloud', () => {
    expect(cloudOrigins(null)).toEqual([]);
  });

  it('is the deployment’s services, of its Region alone', () => {
    expect(cloudOrigins(OUTPUTS)).toEqual([
      'https://cognito-identity.eu-central-1.amazonaws.com',
      'https://cognito-idp.eu-central-1.amazonaws.com',
      'https://lambda.eu-central-1.amazonaws.com',
      'https://sns.eu-central-1.amazonaws.com',
      'https://sqs.eu-central-1.amazonaws.com',
    ]);
  });

  it('is a local cloud instead, each origin once', () => {
    const at = 'http://127.0.0.1:4000';
    const endpoints = {
      cognitoIdp: `${at}/idp`,
      cognitoIdentity: `${at}/identity`,
      sqs: `${at}/sqs`,
      sns: 'http://127.0.0.1:4001/sns',
      lambda: at,
    };
    const custom = { cloud: { ...OUTPUTS.custom.cloud, endpoints } };
    expect(cloudOrigins({ ...OUTPUTS, custom })).toEqual([at, 'http://127.0.0.1:4001']);
  });
});
