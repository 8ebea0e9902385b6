import { arn, readArn } from './arn';
import type { Listed, PrincipalItem } from './policy-document';
import { PolicyNotUnderstood } from './policy-error';
import type { Principal } from './request';

/**
 * How a Principal element names who asks. It matters: naming the account leaves the decision to the account's own
 * policies, naming the role leaves session policies in force, naming the session or everyone decides at once.
 */
export type Naming = 'everyone' | 'session' | 'role' | 'account' | 'service' | 'federated';

type RoleSession = Extract<Principal, { kind: 'role-session' }>;

/** The ARN of the session, as `sts:GetCallerIdentity` gives it. */
export function sessionArn(principal: RoleSession): string {
  const { partition, account, resource } = arn(principal.roleArn);
  const name = resource.slice(resource.lastIndexOf('/') + 1);
  return `arn:${partition}:sts::${account}:assumed-role/${name}/${principal.sessionName}`;
}

function namesSession(value: string, principal: RoleSession): Naming | null {
  const { account, partition } = arn(principal.roleArn);
  if (/^\d{12}$/.test(value)) return value === account ? 'account' : null;
  const read = readArn(value);
  if (!read || !['iam', 'sts'].includes(read.service)) {
    throw new PolicyNotUnderstood(
      `The principal "${value}" is neither an account nor an ARN.`,
      'Name an account, a role or a session.',
    );
  }
  if (value === `arn:${partition}:iam::${account}:root`) return 'account';
  if (value === principal.roleArn) return 'role';
  return value === sessionArn(principal) ? 'session' : null;
}

function namedBy(item: PrincipalItem, principal: Principal): Naming | null {
  if (item.type === 'everyone') return 'everyone';
  switch (principal.kind) {
    case 'role-session':
      return item.type === 'AWS' ? namesSession(item.value, principal) : null;
    case 'service':
      return item.type === 'Service' && item.value === principal.service ? 'service' : null;
    case 'federated':
      return item.type === 'Federated' && item.value === principal.provider ? 'federated' : null;
    case 'anonymous':
      return null;
  }
}

/**
 * NotPrincipal spares a role's session only when its account and its role (or the session) are listed both: AWS may
 * check each in turn (IAM User Guide, "NotPrincipal").
 */
function spared(namings: ReadonlySet<Naming>, principal: Principal): boolean {
  if (namings.has('everyone')) return true;
  if (principal.kind !== 'role-session') return namings.size > 0;
  return namings.has('account') && (namings.has('role') || namings.has('session'));
}

/** The ways in which the element names who asks; none when it does not. */
export function namings(element: Listed<PrincipalItem>, principal: Principal): ReadonlySet<Naming> {
  const found = new Set(
    element.items.map((item) => namedBy(item, principal)).filter((naming) => naming !== null),
  );
  if (!element.negated) return found;
  return new Set<Naming>(spared(found, principal) ? [] : ['everyone']);
}
