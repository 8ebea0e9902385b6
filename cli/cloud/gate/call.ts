import type { Asked } from './asked';

/** The services that the local cloud stands for, by the names that requests are signed for. */
export type ServiceName =
  | 'sqs'
  | 'sns'
  | 'sts'
  | 'lambda'
  | 'dynamodb'
  | 'cognito-idp'
  | 'cognito-identity'
  | 'events'
  | 'cloudtrail';

/** What a request asks of which service. */
export interface Call {
  readonly service: ServiceName;
  /** As in `ReceiveMessage`. */
  readonly action: string;
  /** How the service speaks: JSON, or forms that are answered in XML. */
  readonly protocol: 'json' | 'query';
  /** The fields that were sent; of a form, all are texts. */
  readonly input: Readonly<Record<string, unknown>>;
}

/** The services that name themselves and the action in `X-Amz-Target`. */
const TARGETS: ReadonlyMap<string, ServiceName> = new Map([
  ['AmazonSQS', 'sqs'],
  ['AWSCognitoIdentityProviderService', 'cognito-idp'],
  ['AWSCognitoIdentityService', 'cognito-identity'],
  ['DynamoDB_20120810', 'dynamodb'],
  ['AWSEvents', 'events'],
  ['CloudTrail_20131101', 'cloudtrail'],
]);

const STS_ACTIONS = ['AssumeRole', 'GetCallerIdentity'];
const INVOCATION = /^\/2015-03-31\/functions\/([^/]+)\/invocations$/;

function parsed(body: string): Readonly<Record<string, unknown>> {
  const value: unknown = JSON.parse(body === '' ? '{}' : body);
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

/** Reads what a request asks for; null where no service here knows it. */
export function callOf({ target, headers, body }: Asked): Call | null {
  const { pathname } = new URL(target, 'http://localhost');
  const invoked = INVOCATION.exec(pathname)?.[1];
  if (invoked !== undefined) {
    const input = { FunctionName: decodeURIComponent(invoked), Payload: body };
    return { service: 'lambda', action: 'Invoke', protocol: 'json', input };
  }
  const parts = (headers['x-amz-target'] ?? '').split('.');
  const service = TARGETS.get(parts.at(-2) ?? '');
  if (service)
    return { service, action: parts.at(-1) ?? '', protocol: 'json', input: parsed(body) };
  if (!headers['content-type']?.includes('x-www-form-urlencoded')) return null;
  const input = Object.fromEntries(new URLSearchParams(body));
  const { Action: action = '' } = input;
  return {
    service: STS_ACTIONS.includes(action) ? 'sts' : 'sns',
    action,
    protocol: 'query',
    input,
  };
}
