import type { Deployment } from './deployment';

/** One kind of request that the page sends, as far as a browser's preflight asks about it. */
export interface ServiceRequest {
  readonly service: string;
  readonly url: string;
  readonly headers: readonly string[];
}

/** What every client of the SDK puts on a signed request. */
const SIGNED = [
  'authorization',
  'content-type',
  'x-amz-date',
  'x-amz-security-token',
  'x-amz-user-agent',
  'amz-sdk-invocation-id',
  'amz-sdk-request',
] as const;

/** What Amplify puts on its own, unsigned requests. */
const COGNITO = ['cache-control', 'content-type', 'x-amz-target', 'x-amz-user-agent'] as const;

/** The requests that the page sends to other origins, one of each service. */
export function serviceRequests({ endpoints, cloud }: Deployment): readonly ServiceRequest[] {
  const name = encodeURIComponent(cloud.functions['ensure-queue']);
  return [
    { service: 'cognito-idp', url: endpoints.cognitoIdp, headers: COGNITO },
    { service: 'cognito-identity', url: endpoints.cognitoIdentity, headers: COGNITO },
    {
      service: 'sqs',
      url: endpoints.sqs,
      headers: [...SIGNED, 'x-amz-target', 'x-amzn-query-mode'],
    },
    { service: 'sns', url: endpoints.sns, headers: SIGNED },
    {
      service: 'lambda',
      url: `${endpoints.lambda.replace(/\/$/, '')}/2015-03-31/functions/${name}/invocations`,
      headers: SIGNED,
    },
  ];
}
