import type { ContextValues, Principal } from '../request';
import type { Actor } from './principals';
import { ADAS_ACCOUNT, BENS_ACCOUNT, HOME, REGION, STRANGE_ACCOUNT } from './setting';
import type { Setting } from './setting';
import type { Resources } from './resources';

/** A service that acts for a resource: AWS tells the resource as the source. */
function service(name: string, context: ContextValues = {}): Actor {
  const principal: Principal = { kind: 'service', service: `${name}.amazonaws.com` };
  return { principal, identity: [], session: null, context };
}

const from = (arn: string, account = HOME): ContextValues => ({
  'aws:SourceArn': arn,
  'aws:SourceAccount': account,
});

/** A token of the identity pool, which asks for a role. */
function token(audience: string, kinds: readonly string[]): Actor {
  return {
    principal: { kind: 'federated', provider: 'cognito-identity.amazonaws.com' },
    identity: [],
    session: null,
    context: {
      'cognito-identity.amazonaws.com:aud': audience,
      'cognito-identity.amazonaws.com:amr': kinds,
    },
  };
}

function topics(named: Resources): [string, Actor][] {
  const ours = [
    "Ada's feed",
    "Ben's feed",
    "Ada's shared feed",
    "Ben's shared feed",
    'the account feed',
  ];
  const strange = `arn:aws:sns:${REGION}:${STRANGE_ACCOUNT}:feed`;
  return [
    ...ours.map((name): [string, Actor] => [
      `SNS, for ${name}`,
      service('sns', from(named.get(name) ?? '')),
    ]),
    ["SNS, for a stranger's topic", service('sns', from(strange, STRANGE_ACCOUNT))],
  ];
}

function tokens(setting: Setting): [string, Actor][] {
  const [pool] = setting.known.stacks.flatMap((stack) =>
    stack.resources('AWS::Cognito::IdentityPool'),
  );
  const audience = pool?.name ?? '';
  const other = `${REGION}:another-pool`;
  return [
    ["a guest's identity", token(audience, ['unauthenticated'])],
    ["a person's identity", token(audience, ['authenticated', 'cognito-idp'])],
    ["a person's identity of another pool", token(other, ['authenticated', 'cognito-idp'])],
  ];
}

/** EventBridge in the accounts that are connected, for any rule there. */
function connectedAccounts(): [string, Actor][] {
  const rule = (account: string) => from(`arn:aws:events:${REGION}:${account}:rule/any`, account);
  return [
    ['EventBridge, in the account that Ada has connected', service('events', rule(ADAS_ACCOUNT))],
    ['EventBridge, in the account that Ben has connected', service('events', rule(BENS_ACCOUNT))],
  ];
}

/** The services of AWS in the matrix, each for something of ours and, where that can be, for something of others. */
export function serviceActors(setting: Setting, named: Resources): [string, Actor][] {
  const { arn, prefix } = setting;
  const strangeRule = `arn:aws:events:${REGION}:${STRANGE_ACCOUNT}:rule/${prefix}-feed-1`;
  const group = arn('scheduler', 'schedule-group/default');
  return [
    ...topics(named),
    ...tokens(setting),
    [
      'EventBridge, for a rule of the deployment',
      service('events', from(arn('events', `rule/${prefix}-feed-1`))),
    ],
    [
      'EventBridge, for another rule of the account',
      service('events', from(arn('events', 'rule/orders'))),
    ],
    ["EventBridge, for a stranger's rule", service('events', from(strangeRule, STRANGE_ACCOUNT))],
    ...connectedAccounts(),
    ['Budgets', service('budgets', from(`arn:aws:budgets::${HOME}:budget/monthly`))],
    [
      'Budgets, for a strange account',
      service(
        'budgets',
        from(`arn:aws:budgets::${STRANGE_ACCOUNT}:budget/monthly`, STRANGE_ACCOUNT),
      ),
    ],
    ['CloudWatch', service('cloudwatch', from(arn('cloudwatch', `alarm:${prefix}-Flood`)))],
    ['Cognito, for the user pool', service('cognito-idp', from(named.get('the user pool') ?? ''))],
    [
      'Cognito, for another user pool',
      service('cognito-idp', from(named.get('another user pool') ?? '')),
    ],
    ['Lambda', service('lambda')],
    ["Scheduler, for the deployment's group", service('scheduler', from(group))],
    ['Scheduler, for a strange account', service('scheduler', from(group, STRANGE_ACCOUNT))],
    ['Pipes, for the pipe', service('pipes', from(arn('pipes', `pipe/${prefix}-table-1`)))],
    ['Pipes, for another pipe', service('pipes', from(arn('pipes', 'pipe/orders')))],
  ];
}
