import { arn, readArn } from './arn';
import type { Policy } from './policy-document';
import { PolicyNotUnderstood } from './policy-error';
import type { Naming } from './principal-match';
import type { PolicyRequest } from './request';
import { RequestContext } from './request-context';
import { matches } from './statement-match';
import type { Match } from './statement-match';

/** The policies that bear on a request. Permissions boundaries and organisations' policies are not used here. */
export interface Policies {
  /** Those of the role whose session asks; none for a service, a federated person or anyone. */
  readonly identity: readonly Policy[];
  /** Those given when the session was made; null when none was given. */
  readonly session: readonly Policy[] | null;
  /** The resource's own policy, or the trust policy of a role; null when it has none. */
  readonly resource: Policy | null;
}

export interface Decision {
  readonly allowed: boolean;
  /** Which statements decided, or what is missing, in words. */
  readonly because: string;
  /** The Allow statements that the decision rests on, and those that would allow it beside them. */
  readonly by: readonly Match[];
}

interface Found {
  readonly identity: readonly Match[];
  readonly session: readonly Match[] | null;
  readonly resource: readonly Match[];
}

const TRUST = /^sts:(AssumeRole|AssumeRoleWithWebIdentity|AssumeRoleWithSAML|TagSession)$/i;

const denied = (because: string): Decision => ({ allowed: false, because, by: [] });

const allowed = (by: readonly Match[]): Decision => ({
  allowed: true,
  because: `allowed by ${[...new Set(by.map(({ statement }) => statement.id))].join(', ')}`,
  by,
});

const only = (found: readonly Match[], effect: 'Allow' | 'Deny'): readonly Match[] =>
  found.filter(({ statement }) => statement.effect === effect);

const naming = (found: readonly Match[], ...kinds: readonly Naming[]): readonly Match[] =>
  found.filter((match) => kinds.some((kind) => match.namings.has(kind)));

/** What the role's own policies allow, cut down by the session's. */
function byIdentity({ identity, session }: Found): Decision {
  if (identity.length === 0) return denied('no identity policy allows it');
  if (session?.length === 0) return denied('the session policy does not allow it');
  return allowed([...identity, ...(session ?? [])]);
}

/**
 * Within one account either side may allow. A resource policy that names the role is still cut down by the session
 * policy; one that names the session or everyone is not; one that names the account leaves it to the identity policy
 * (IAM User Guide, "Policy evaluation for requests within a single account").
 */
function withinAccount(found: Found, isTrust: boolean): Decision {
  const direct = naming(found.resource, 'session', 'everyone');
  if (direct.length > 0) return allowed([...direct, ...found.identity]);
  const role = naming(found.resource, 'role');
  if (role.length > 0) {
    if (found.session?.length === 0) return denied('the session policy does not allow it');
    return allowed([...role, ...found.identity, ...(found.session ?? [])]);
  }
  if (isTrust && found.resource.length === 0) return denied('the trust policy does not allow it');
  const own = byIdentity(found);
  return own.allowed ? allowed([...own.by, ...(isTrust ? found.resource : [])]) : own;
}

/** Between accounts both sides must allow. */
function acrossAccounts(found: Found): Decision {
  if (found.resource.length === 0)
    return denied('the resource of another account does not allow it');
  const own = byIdentity(found);
  return own.allowed ? allowed([...own.by, ...found.resource]) : own;
}

function checkKnown(request: PolicyRequest): void {
  if (!/^[a-z0-9-]+:[A-Za-z0-9]+$/.test(request.action) || /^kms:/.test(request.action)) {
    throw new PolicyNotUnderstood(
      `The action "${request.action}" is not one that can be judged here.`,
      'Write service:Action; keys of KMS have rules of their own and are not used.',
    );
  }
  if (request.resource !== '*') arn(request.resource);
}

function decide(request: PolicyRequest, found: Found): Decision {
  const { principal } = request;
  if (principal.kind !== 'role-session') {
    return found.resource.length > 0
      ? allowed(found.resource)
      : denied('no resource policy allows it');
  }
  const home = arn(principal.roleArn).account;
  const account = request.resourceAccount ?? readArn(request.resource)?.account ?? home;
  if (account === '') {
    throw new PolicyNotUnderstood(
      `"${request.resource}" does not say its account.`,
      'Only resources whose ARN holds the account can be judged here.',
    );
  }
  return account === home
    ? withinAccount(found, TRUST.test(request.action))
    : acrossAccounts(found);
}

/**
 * Decides a request as AWS documents it (IAM User Guide, "Policy evaluation logic"): an explicit Deny anywhere wins;
 * within an account the identity's and the resource's policies are a union, between accounts both must allow; session
 * policies cut the identity's down; a role is assumed only when its trust policy says so.
 *
 * Throws PolicyNotUnderstood for anything it does not know.
 */
export function authorise(request: PolicyRequest, policies: Policies): Decision {
  checkKnown(request);
  const context = new RequestContext(request);
  const identity = matches(policies.identity, request, context);
  const session = policies.session && matches(policies.session, request, context);
  const resource = policies.resource ? matches([policies.resource], request, context) : [];
  const [refusal] = only([...identity, ...(session ?? []), ...resource], 'Deny');
  if (refusal) return denied(`explicitly denied by ${refusal.statement.id}`);
  return decide(request, {
    identity: only(identity, 'Allow'),
    session: session && only(session, 'Allow'),
    resource: only(resource, 'Allow'),
  });
}
