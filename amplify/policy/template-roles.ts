import { managedPolicy } from './managed-policies';
import { record, refuse } from './policy-document';
import type { Policy } from './policy-document';
import { readPolicy } from './read-policy';
import type { StackResource, StackScope } from './stack-scope';

/** A role of a template. */
export interface TemplateRole {
  readonly arn: string;
  readonly name: string;
  /** The stack and the logical id, for words. */
  readonly label: string;
  readonly trust: Policy;
  readonly identity: readonly Policy[];
}

const items = (value: unknown): readonly unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

const label = ({ stack, id }: StackResource): string => `${stack}/${id}`;

type Attached = readonly [string, Policy];

/** Policies of a stack that are attached to roles from outside: by the role's name. */
function attached(stack: StackScope): readonly Attached[] {
  const lists = stack
    .resources('AWS::IAM::Policy')
    .map((policy) => [policy, items(policy.property('Roles'))] as const);
  const single = stack
    .resources('AWS::IAM::RolePolicy')
    .map((policy) => [policy, [policy.property('RoleName')]] as const);
  const managed = stack
    .resources('AWS::IAM::ManagedPolicy')
    .map((policy) => [policy, items(policy.property('Roles'))] as const);
  return [...lists, ...single, ...managed].flatMap(([policy, roles]) => {
    const read = readPolicy(label(policy), 'identity', policy.property('PolicyDocument'));
    return roles.map((role) => [String(role), read] as const);
  });
}

function inline(role: StackResource): readonly Policy[] {
  return items(role.property('Policies')).map((policy) => {
    const { PolicyName: name, PolicyDocument: json } = record(label(role), policy);
    return readPolicy(`${label(role)}/${String(name)}`, 'identity', json);
  });
}

/** ARNs of AWS's own policies; a policy of the same templates is found by its ARN. */
function byArn(role: StackResource, own: ReadonlyMap<string, Policy>): readonly Policy[] {
  return items(role.property('ManagedPolicyArns')).map((arn) => {
    if (typeof arn !== 'string') return refuse(label(role), 'a policy has no ARN.', 'Mend it.');
    return own.get(arn) ?? managedPolicy(arn);
  });
}

function rolesOf(
  stack: StackScope,
  outside: readonly Attached[],
  own: ReadonlyMap<string, Policy>,
): readonly TemplateRole[] {
  return stack.resources('AWS::IAM::Role').map((role) => ({
    arn: role.arn,
    name: role.name,
    label: label(role),
    trust: readPolicy(label(role), 'trust', role.property('AssumeRolePolicyDocument')),
    identity: [
      ...inline(role),
      ...byArn(role, own),
      ...outside.filter(([name]) => name === role.name).map(([, policy]) => policy),
    ],
  }));
}

/** Roles that were there before and are given policies: all that is known of them is these. */
function strangers(
  outside: readonly Attached[],
  roles: readonly TemplateRole[],
  account: string,
): readonly TemplateRole[] {
  const known = new Set(roles.map(({ name }) => name));
  const names = new Set(outside.map(([name]) => name).filter((name) => !known.has(name)));
  return [...names].map((name) => ({
    arn: `arn:aws:iam::${account}:role/${name}`,
    name,
    label: name,
    trust: { name, kind: 'trust', statements: [] },
    identity: outside.filter(([given]) => given === name).map(([, policy]) => policy),
  }));
}

/** All roles of some stacks, each with its trust policy and everything that is attached to it. */
export function templateRoles(stacks: readonly StackScope[]): readonly TemplateRole[] {
  const outside = stacks.flatMap(attached);
  const managed = stacks.flatMap((stack) => stack.resources('AWS::IAM::ManagedPolicy'));
  const own = new Map(
    managed.map((policy): [string, Policy] => [
      policy.arn,
      readPolicy(label(policy), 'identity', policy.property('PolicyDocument')),
    ]),
  );
  const roles = stacks.flatMap((stack) => rolesOf(stack, outside, own));
  return [...roles, ...strangers(outside, roles, stacks[0]?.world.account ?? '')];
}
