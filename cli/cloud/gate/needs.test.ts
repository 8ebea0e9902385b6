import { describe, expect, it } from 'vitest';
import type { Asked } from './asked';
import { callOf } from './call';
import { needsOf } from './needs';

const PLACE = { region: 'eu-central-1', account: '000000000000' };
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

function asked(target: string, headers: Record<string, string>, body: string): Asked {
  return { method: 'POST', target, headers, body };
}

const json = (action: string, input: object) =>
  asked('/', { 'x-amz-target': action }, JSON.stringify(input));
const form = (fields: Record<string, string>) =>
  asked('/', FORM, new URLSearchParams(fields).toString());

function needs(request: Asked): readonly string[] {
  const call = callOf(request);
  return call ? needsOf(call, PLACE).map(({ action, resource }) => `${action} ${resource}`) : [];
}

describe('what a call needs', () => {
  const topic = 'arn:aws:sns:eu-central-1:000000000000:feed';

  it.each([
    [
      json('AmazonSQS.DeleteMessageBatch', { QueueUrl: 'http://x/000000000000/a' }),
      'sqs:DeleteMessage arn:aws:sqs:eu-central-1:000000000000:a',
    ],
    [
      json('AmazonSQS.CreateQueue', { QueueName: 'b' }),
      'sqs:CreateQueue arn:aws:sqs:eu-central-1:000000000000:b',
    ],
    [json('AmazonSQS.ListQueues', { QueueNamePrefix: 'b' }), 'sqs:ListQueues *'],
    [form({ Action: 'PublishBatch', TopicArn: topic }), `sns:Publish ${topic}`],
    [form({ Action: 'CreateTopic', Name: 'feed' }), `sns:CreateTopic ${topic}`],
    [form({ Action: 'Unsubscribe', SubscriptionArn: `${topic}:1` }), 'sns:Unsubscribe *'],
    [
      form({ Action: 'AssumeRole', RoleArn: 'arn:aws:iam::000000000000:role/a' }),
      'sts:AssumeRole arn:aws:iam::000000000000:role/a',
    ],
    [
      asked('/2015-03-31/functions/join/invocations', {}, '{}'),
      'lambda:InvokeFunction arn:aws:lambda:eu-central-1:000000000000:function:join',
    ],
    [
      json('DynamoDB_20120810.Query', { TableName: 't', IndexName: 'i' }),
      'dynamodb:Query arn:aws:dynamodb:eu-central-1:000000000000:table/t/index/i',
    ],
    [
      json('AWSCognitoIdentityProviderService.AdminGetUser', { UserPoolId: 'p' }),
      'cognito-idp:AdminGetUser arn:aws:cognito-idp:eu-central-1:000000000000:userpool/p',
    ],
  ])('is one permission on one resource', (request, need) => {
    expect(needs(request)).toEqual([need]);
  });

  it('is nothing where everyone may ask who they are, and where nobody knows the service', () => {
    expect(needs(form({ Action: 'GetCallerIdentity' }))).toEqual([]);
    expect(callOf(asked('/', {}, ''))).toBeNull();
    expect(callOf(json('Other.Thing', {}))).toBeNull();
  });
});
