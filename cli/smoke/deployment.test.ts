import { describe, expect, it } from 'vitest';
import { UsageError } from '../local/usage-error';
import { readDeployment } from './deployment';
import { OUTPUTS } from './fixtures/outputs';

const without = (part: 'auth' | 'custom') => JSON.stringify({ ...OUTPUTS, [part]: {} });

describe('a deployment', () => {
  it("is read from its outputs, with AWS's own addresses", () => {
    const { region, userPoolId, cloud, endpoints } = readDeployment(JSON.stringify(OUTPUTS));
    expect({ region, userPoolId, prefix: cloud.prefix }).toEqual({
      region: 'eu-west-1',
      userPoolId: 'eu-west-1_AbCdEfGhI',
      prefix: 'ame-0123abcd',
    });
    expect(endpoints).toEqual({
      cognitoIdp: 'https://cognito-idp.eu-west-1.amazonaws.com',
      cognitoIdentity: 'https://cognito-identity.eu-west-1.amazonaws.com',
      sqs: 'https://sqs.eu-west-1.amazonaws.com',
      sns: 'https://sns.eu-west-1.amazonaws.com',
      lambda: 'https://lambda.eu-west-1.amazonaws.com',
    });
  });

  it('is reached where its outputs say', () => {
    const at = 'http://127.0.0.1:9';
    const endpoints = { cognitoIdp: at, cognitoIdentity: at, sqs: at, sns: at, lambda: at };
    const cloud = { ...OUTPUTS.custom.cloud, endpoints };
    const read = readDeployment(JSON.stringify({ ...OUTPUTS, custom: { cloud } }));
    expect(read.endpoints).toEqual(endpoints);
  });

  it.each([
    ['{', 'no JSON'],
    ['null', 'custom.cloud of version 1'],
    [without('custom'), 'custom.cloud of version 1'],
    [without('auth'), 'auth.aws_region'],
    [
      JSON.stringify({ ...OUTPUTS, custom: { cloud: { ...OUTPUTS.custom.cloud, functions: {} } } }),
      'functions.ensure-queue',
    ],
  ])('is not read from %j', (text, missing) => {
    expect(() => readDeployment(text)).toThrow(UsageError);
    expect(() => readDeployment(text)).toThrow(missing);
  });
});
