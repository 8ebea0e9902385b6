import { CONNECTOR_ROLE_PREFIX } from '../../../src/lib/core/cloud/names';
import { listenerPolicy } from '../../functions/policies/listener-policy';
import { FUNCTION_NAMES } from '../../function-names';
import type { Policy } from '../policy-document';
import { readPolicy } from '../read-policy';
import type { ContextValues, Principal } from '../request';
import type { TemplatePolicies } from '../template-policies';
import type { TemplateRole } from '../template-roles';
import { connectorRole, roleNamedBy, switchRole, TAPPED_FUNCTION_ROLE } from './resources';
import type { Resources } from './resources';
import { serviceActors } from './service-principals';
import { ADA, ADAS_ACCOUNT, BEN, BENS_ACCOUNT, HOME, STRANGE_ACCOUNT } from './setting';
import type { Setting } from './setting';

/** Who asks in the matrix, with what their own side allows and what a request of theirs says beside. */
export interface Actor {
  readonly principal: Principal;
  readonly identity: readonly Policy[];
  readonly session: readonly Policy[] | null;
  readonly context: ContextValues;
}

export type Actors = ReadonlyMap<string, Actor>;

/** May do everything as far as their own account is concerned. */
export const MIGHTY = readPolicy('an administrator', 'identity', {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
});

function session(
  roleArn: string,
  identity: readonly Policy[],
  tags: Readonly<Record<string, string>> = {},
  given: readonly Policy[] | null = null,
): Actor {
  const principal: Principal = { kind: 'role-session', roleArn, sessionName: 'someone', tags };
  return { principal, identity, session: given, context: {} };
}

const identityOf = ({ roles }: TemplatePolicies, arn: string): readonly Policy[] =>
  roles.find((role) => role.arn === arn)?.identity ?? [];

/** A session of a role of the templates. */
function ofRole(
  { known }: Setting,
  roleArn: string,
  tags = {},
  given: readonly Policy[] | null = null,
) {
  return session(roleArn, identityOf(known, roleArn), tags, given);
}

function people(setting: Setting, named: Resources): [string, Actor][] {
  const role = (name: string) => named.get(name) ?? '';
  const listener = (index: 0 | 1 | 2) => {
    const given = readPolicy('listener', 'identity', listenerPolicy(setting.listenerQueue(index)));
    return ofRole(setting, role('the listener role'), {}, [given]);
  };
  return [
    ['a guest', ofRole(setting, role('role of guests'))],
    ['Ada', ofRole(setting, role('role of people'), { sub: ADA })],
    ['Ben', ofRole(setting, role('role of people'), { sub: BEN })],
    ['someone signed in without a sub', ofRole(setting, role('role of people'))],
    ['a listener', listener(0)],
    ['another listener', listener(1)],
    ['a revoked listener', listener(2)],
  ];
}

const anyRole = (account: string, name: string): string => `arn:aws:iam::${account}:role/${name}`;

function connectors(setting: Setting): [string, Actor][] {
  const [adas, bens, forwarder] = [...setting.connectors, setting.forwarder].map(connectorRole);
  const ofConnector = (role: TemplateRole | undefined) =>
    session(role?.arn ?? '', role?.identity ?? []);
  return [
    ["Ada's connector", ofConnector(adas)],
    ["Ben's connector", ofConnector(bens)],
    ["Ada's connector in another Region", ofConnector(forwarder)],
    [
      'an administrator of the account that Ada has connected',
      session(anyRole(ADAS_ACCOUNT, 'administrator'), [MIGHTY]),
    ],
    [
      'a hostile connector, in an account that nobody has connected',
      session(anyRole(STRANGE_ACCOUNT, `${CONNECTOR_ROLE_PREFIX}x`), [MIGHTY]),
    ],
    [
      "a role named like a connector's, in the account that Ben has connected",
      session(anyRole(BENS_ACCOUNT, `${CONNECTOR_ROLE_PREFIX}x`), [MIGHTY]),
    ],
  ];
}

function outsiders(): [string, Actor][] {
  const anyone: Actor = {
    principal: { kind: 'anonymous' },
    identity: [],
    session: null,
    context: {},
  };
  return [
    ['anyone', anyone],
    [
      'an administrator of a strange account',
      session(anyRole(STRANGE_ACCOUNT, 'administrator'), [MIGHTY]),
    ],
    ["a role of the deployment's account without policies", session(anyRole(HOME, 'someone'), [])],
  ];
}

function machines(setting: Setting, named: Resources): [string, Actor][] {
  const optional: [string, string | null][] = [
    [
      "the sweep's schedule",
      roleNamedBy(setting, 'AWS::Scheduler::Schedule', ['Target', 'RoleArn']),
    ],
    ['the pipe of a table', roleNamedBy(setting, 'AWS::Pipes::Pipe', ['RoleArn'])],
    ["the CDK's switch of buckets", switchRole(setting)],
    ['a tapped function', anyRole(HOME, TAPPED_FUNCTION_ROLE)],
  ];
  const functions = Object.values(FUNCTION_NAMES).map((name): [string, string] => [
    `function ${name}`,
    named.get(`role of function ${name}`) ?? '',
  ]);
  return [...functions, ...optional]
    .filter((entry): entry is [string, string] => entry[1] !== null)
    .map(([name, arn]) => [name, ofRole(setting, arn)]);
}

export function actors(setting: Setting, named: Resources): Actors {
  return new Map([
    ...outsiders(),
    ...people(setting, named),
    ...machines(setting, named),
    ...connectors(setting),
    ...serviceActors(setting, named),
  ]);
}
