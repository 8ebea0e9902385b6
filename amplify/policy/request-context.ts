import { arn, readArn } from './arn';
import { PolicyNotUnderstood } from './policy-error';
import type { ContextValues, PolicyRequest, Principal } from './request';

/** What a request says beside its principal, action and resource. Names of keys ignore case, as AWS's do. */
export class RequestContext {
  readonly #values = new Map<string, readonly string[]>();

  /** Throws PolicyNotUnderstood when the request claims a key that its principal decides. */
  constructor(request: PolicyRequest) {
    for (const [key, value] of Object.entries(request.context)) {
      if (key.toLowerCase().startsWith('aws:principal')) {
        throw new PolicyNotUnderstood(
          `The request claims "${key}", which its principal decides.`,
          'Put it into the principal.',
        );
      }
      this.#set(key, value);
    }
    const facts = { ...principalKeys(request.principal), ...resourceKeys(request.resource) };
    for (const [key, value] of Object.entries(facts)) this.#set(key, value);
  }

  /** The values of a key; none when it is absent. */
  values(key: string): readonly string[] {
    return this.#values.get(key.toLowerCase()) ?? [];
  }

  #set(key: string, value: string | readonly string[]): void {
    this.#values.set(key.toLowerCase(), typeof value === 'string' ? [value] : value);
  }
}

function sessionKeys(principal: Extract<Principal, { kind: 'role-session' }>): ContextValues {
  const tags = Object.entries(principal.tags).map(([key, value]): [string, string] => [
    `aws:PrincipalTag/${key}`,
    value,
  ]);
  return {
    'aws:PrincipalArn': principal.roleArn,
    'aws:PrincipalAccount': arn(principal.roleArn).account,
    'aws:PrincipalType': 'AssumedRole',
    'aws:PrincipalIsAWSService': 'false',
    ...Object.fromEntries(tags),
  };
}

/** Source: IAM User Guide, "AWS global condition context keys", properties of the principal. */
function principalKeys(principal: Principal): ContextValues {
  switch (principal.kind) {
    case 'role-session':
      return sessionKeys(principal);
    case 'service':
      return {
        'aws:PrincipalServiceName': principal.service,
        'aws:PrincipalIsAWSService': 'true',
      };
    case 'federated':
      return { 'aws:FederatedProvider': principal.provider, 'aws:PrincipalIsAWSService': 'false' };
    case 'anonymous':
      return {
        'aws:PrincipalAccount': 'anonymous',
        'aws:PrincipalType': 'Anonymous',
        'aws:PrincipalIsAWSService': 'false',
      };
  }
}

function resourceKeys(resource: string): ContextValues {
  const account = readArn(resource)?.account;
  return account ? { 'aws:ResourceAccount': account } : {};
}
