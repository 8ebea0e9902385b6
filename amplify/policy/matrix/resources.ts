import { CONNECTOR_ROLE_PREFIX } from '../../../src/lib/core/cloud/names';
import { FUNCTION_NAMES } from '../../function-names';
import { PolicyNotUnderstood } from '../policy-error';
import type { TemplatePolicies } from '../template-policies';
import type { TemplateRole } from '../template-roles';
import { ADA, ADAS_ACCOUNT, BEN, HOME, REGION, THIRD_ACCOUNT } from './setting';
import type { Setting } from './setting';

/** The resources of the matrix by name; the value is an ARN, or `*` for the whole account. */
export type Resources = ReadonlyMap<string, string>;

/** What the settings with every tap switched on name; see variants.ts. */
export const TAPPED_BUCKET = 'music-bucket';
export const TAPPED_FUNCTION_ROLE = 'tapped-function-role';
export const TAPPED_STREAM = `arn:aws:dynamodb:${REGION}:${HOME}:table/orders/stream/2026-01-01T00:00:00.000`;

function messaging(setting: Setting): [string, string][] {
  return [
    ["Ada's queue", setting.queue(ADA)],
    ["Ben's queue", setting.queue(BEN)],
    ["the listener's queue", setting.listenerQueue(0)],
    ["another listener's queue", setting.listenerQueue(1)],
    ["the revoked listener's queue, which is gone", setting.listenerQueue(2)],
    ['the dead letters', setting.deadLetters],
    ['a queue of the account that is not ours', setting.arn('sqs', 'orders')],
    ["a stranger's queue", `arn:aws:sqs:${REGION}:${THIRD_ACCOUNT}:orders`],
    ["Ada's feed", setting.feed(ADA)],
    ["Ben's feed", setting.feed(BEN)],
    ["Ada's shared feed", setting.sharedFeed(ADA)],
    ["Ben's shared feed", setting.sharedFeed(BEN)],
    ['the account feed', setting.accountFeed],
    ['the alarm mail', setting.arn('sns', `${setting.prefix}-alarms`)],
    ['a topic of the account that is not ours', setting.arn('sns', 'orders')],
  ];
}

function things(setting: Setting): [string, string][] {
  const { arn, prefix, known } = setting;
  const [pool] = known.stacks.flatMap((stack) => stack.resources('AWS::Cognito::UserPool'));
  const [identities] = known.stacks.flatMap((stack) =>
    stack.resources('AWS::Cognito::IdentityPool'),
  );
  return [
    ['*', '*'],
    ['the table', arn('dynamodb', `table/${prefix}-shares`)],
    ['a table of the account that is not ours', arn('dynamodb', 'table/orders')],
    ["the tapped table's stream", TAPPED_STREAM],
    ['the tapped bucket', `arn:aws:s3:::${TAPPED_BUCKET}`],
    ['a bucket that is not tapped', 'arn:aws:s3:::orders'],
    ['the user pool', pool?.arn ?? missing('user pool')],
    ['another user pool', arn('cognito-idp', `userpool/${REGION}_other`)],
    ['the identity pool', identities?.arn ?? missing('identity pool')],
    ['a rule of the deployment', arn('events', `rule/${prefix}-feed-1`)],
    ['a rule of the account that is not ours', arn('events', 'rule/orders')],
    ["the account's trail", arn('cloudtrail', 'trail/management')],
    ['a log of the account that is not ours', arn('logs', 'log-group:orders:*')],
    ['a function of the account that is not ours', arn('lambda', 'function:orders')],
    ['an administrator role', `arn:aws:iam::${HOME}:role/administrator`],
  ];
}

function missing(what: string): never {
  throw new PolicyNotUnderstood(`The templates have no ${what}.`, 'Synthesise all stacks.');
}

/** A function's ARN, role and log. */
function ofFunction({ known, prefix }: Setting, name: string): [string, string][] {
  const found = known.functions.find((item) => item.name === `${prefix}-${name}`);
  if (!found) return missing(`function ${name}`);
  const log = known.stacks
    .flatMap((stack) => stack.resources('AWS::Logs::LogGroup'))
    .find((group) => group.id.startsWith(`${name.replaceAll('-', '')}loggroup`));
  return [
    [`function ${name}`, found.arn],
    [`role of function ${name}`, found.roleArn],
    [`log of function ${name}`, log?.arn ?? missing(`log of ${name}`)],
  ];
}

/** The role that a resource of a type names; none where the settings have no such resource. */
export function roleNamedBy(
  setting: Setting,
  type: string,
  path: readonly string[],
): string | null {
  const [resource] = setting.known.stacks.flatMap((stack) => stack.resources(type));
  if (!resource) return null;
  const [first = '', ...rest] = path;
  let value = resource.property(first);
  for (const key of rest) value = (value as Readonly<Record<string, unknown>>)[key];
  return String(value);
}

/** The function that the CDK brings to switch the events of buckets on. */
export const switchRole = (setting: Setting): string | null =>
  setting.known.functions.find(({ name }) => name.includes('BucketNotificationsHandler'))
    ?.roleArn ?? null;

/** The role that a connector's rules act as; its name is what the feed's policy asks for. */
export function connectorRole({ roles }: TemplatePolicies): TemplateRole {
  const role = roles.find(({ name }) => name.startsWith(CONNECTOR_ROLE_PREFIX));
  return role ?? missing('connector role');
}

function ofConnectors({ connectors, forwarder }: Setting): [string, string][] {
  const [adas, bens] = connectors;
  return [
    ["role of Ada's connector", connectorRole(adas).arn],
    ["role of Ben's connector", connectorRole(bens).arn],
    ["role of Ada's connector in another Region", connectorRole(forwarder).arn],
    [
      "the default bus of Ada's account",
      `arn:aws:events:${REGION}:${ADAS_ACCOUNT}:event-bus/default`,
    ],
    [
      'a topic of the account that Ada has connected',
      `arn:aws:sns:${REGION}:${ADAS_ACCOUNT}:orders`,
    ],
    ["the deployment's default bus", `arn:aws:events:${REGION}:${HOME}:event-bus/default`],
  ];
}

function roles(setting: Setting): [string, string][] {
  const optional: [string, string | null][] = [
    [
      "role of the sweep's schedule",
      roleNamedBy(setting, 'AWS::Scheduler::Schedule', ['Target', 'RoleArn']),
    ],
    ['role of the pipe', roleNamedBy(setting, 'AWS::Pipes::Pipe', ['RoleArn'])],
    ["role of the CDK's switch of buckets", switchRole(setting)],
  ];
  return [
    ['role of people', setting.known.poolRoles?.member ?? missing('role of people')],
    ['role of guests', setting.known.poolRoles?.guest ?? missing('role of guests')],
    ['the listener role', `arn:aws:iam::${HOME}:role/${setting.prefix}-listener`],
    ...optional.filter((entry): entry is [string, string] => entry[1] !== null),
  ];
}

export function resources(setting: Setting): Resources {
  return new Map([
    ...messaging(setting),
    ...things(setting),
    ...roles(setting),
    ...ofConnectors(setting),
    ...Object.values(FUNCTION_NAMES).flatMap((name) => ofFunction(setting, name)),
  ]);
}
