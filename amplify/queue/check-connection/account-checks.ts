import { DescribeTrailsCommand, GetTrailStatusCommand } from '@aws-sdk/client-cloudtrail';
import {
  DescribeRuleCommand,
  ListRuleNamesByTargetCommand,
  type RuleState,
} from '@aws-sdk/client-eventbridge';
import type { ConnectionCheck } from '../../../src/lib/core/cloud/calls';
import type { FunctionContext } from '../../functions/context';
import { errorName, orNull } from '../../functions/service-error';
import { ok, unknown, wrong } from './check';

/** More trails than five in a Region AWS does not allow; rules are made from a mapping, a few at most. */
const MAX_TRAILS = 5;
const MAX_RULES = 20;

/** Whether the rules that feed the deployment's account feed are there and enabled. */
export async function checkRules(context: FunctionContext): Promise<ConnectionCheck> {
  const { eventbridge } = context.clients;
  const { RuleNames = [] } = await eventbridge.send(
    new ListRuleNamesByTargetCommand({ TargetArn: context.facts.accountFeedArn }),
  );
  if (RuleNames.length === 0)
    return wrong(
      'rule',
      'No rule on the default bus sends events to this deployment.',
      'Deploy once more: the rules are made from the mapping.',
    );
  const states = await Promise.all(
    RuleNames.slice(0, MAX_RULES).map((name) => ruleState(context, name)),
  );
  const disabled = RuleNames.filter((_, index) => states[index] === 'DISABLED');
  if (disabled.length > 0)
    return wrong(
      'rule',
      `Rules are disabled: ${disabled.join(', ')}.`,
      'Enable them in the console of EventBridge, or deploy once more.',
    );
  return ok('rule', `${RuleNames.length} rules send events, and all of them are enabled.`);
}

async function ruleState(context: FunctionContext, name: string): Promise<RuleState | undefined> {
  const asked = context.clients.eventbridge.send(new DescribeRuleCommand({ Name: name }));
  return (await orNull(asked, 'ResourceNotFound'))?.State;
}

/** Whether a trail logs: without one EventBridge hears of no API call. */
export async function checkTrails(context: FunctionContext): Promise<ConnectionCheck> {
  const { cloudtrail } = context.clients;
  const { trailList = [] } = await cloudtrail.send(
    new DescribeTrailsCommand({ includeShadowTrails: true }),
  );
  const arns = trailList.flatMap(({ TrailARN }) => (TrailARN === undefined ? [] : [TrailARN]));
  if (arns.length === 0)
    return wrong(
      'trail',
      'There is no trail in this account and Region, so API calls are not heard.',
      'Create a trail in CloudTrail; the first one of management events is free.',
    );
  const logging = await Promise.all(
    arns.slice(0, MAX_TRAILS).map((arn) => isLogging(context, arn)),
  );
  if (logging.includes(true)) return ok('trail', 'A trail logs, so API calls are heard.');
  if (logging.includes(null))
    return unknown(
      'trail',
      'There is a trail of the organisation; whether it logs cannot be seen from here.',
      'Ask who runs the organisation.',
    );
  return wrong('trail', 'The trail does not log at the moment.', 'Start logging in CloudTrail.');
}

/** Null where a trail of another account does not let itself be asked. */
async function isLogging(context: FunctionContext, arn: string): Promise<boolean | null> {
  const asked = context.clients.cloudtrail.send(new GetTrailStatusCommand({ Name: arn }));
  const status = await orNull(asked, 'AccessDenied', 'TrailNotFound');
  return status === null ? null : status.IsLogging === true;
}

/** In the hosted deployment the account is somebody else's, and nothing here may look into it. */
export const ELSEWHERE: readonly ConnectionCheck[] = [
  unknown(
    'rule',
    'The rules are in your own account, which cannot be seen from here.',
    'Run the diagnosis command there, and paste what it prints.',
  ),
  unknown(
    'trail',
    'The trail is in your own account, which cannot be seen from here.',
    'Run the diagnosis command there, and paste what it prints.',
  ),
];

/** Gives the check, or that it could not be made. */
export async function attempted(
  context: FunctionContext,
  id: 'rule' | 'trail',
  check: Promise<ConnectionCheck>,
): Promise<ConnectionCheck> {
  try {
    return await check;
  } catch (error) {
    context.log({ level: 'error', message: 'check failed', check: id, error: errorName(error) });
    return unknown(id, `AWS did not answer (${errorName(error)}).`, 'Check again in a minute.');
  }
}
