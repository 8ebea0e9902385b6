import { describe, expect, it } from 'vitest';
import { readDeployment } from './deployment';
import { OUTPUTS } from './fixtures/outputs';
import { preflightRefusal } from './preflight';
import { serviceRequests } from './service-requests';

const asked = {
  url: 'https://sqs.eu-west-1.amazonaws.com',
  origin: 'https://music.example',
  headers: ['authorization', 'x-amz-date'],
};

function answer(origin: string, headers: string, status = 200): Response {
  return new Response(null, {
    status,
    headers: {
      'access-control-allow-origin': origin,
      'access-control-allow-headers': headers,
    },
  });
}

describe('the answer to a preflight', () => {
  it.each([
    ['*', 'authorization,x-amz-date'],
    ['https://music.example', 'Authorization, X-Amz-Date, more'],
    ['*', '*, authorization'],
  ])('lets %s with %s in', (origin, headers) => {
    expect(preflightRefusal(asked, answer(origin, headers))).toBeNull();
  });

  it.each([
    ['https://other.example', '*,authorization', 200, 'it allows the origin https://other.example'],
    ['*', 'authorization', 200, 'it does not allow x-amz-date'],
    ['*', '*', 200, 'it does not allow authorization'],
    ['*', 'authorization,x-amz-date', 403, 'it answers 403'],
  ])('keeps %s with %s and %i out', (origin, headers, status, because) => {
    expect(preflightRefusal(asked, answer(origin, headers, status))).toBe(because);
  });

  it('is asked of every service that the page speaks to', () => {
    const requests = serviceRequests(readDeployment(JSON.stringify(OUTPUTS)));
    expect(requests.map(({ service }) => service)).toEqual([
      'cognito-idp',
      'cognito-identity',
      'sqs',
      'sns',
      'lambda',
    ]);
    expect(requests.at(-1)?.url).toBe(
      'https://lambda.eu-west-1.amazonaws.com/2015-03-31/functions/ame-0123abcd-ensure-queue/invocations',
    );
  });
});
