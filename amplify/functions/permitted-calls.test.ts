import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { describe, expect, it } from 'vitest';
import { queuePermissions } from '../queue/permissions';
import { resourceArns } from '../resource-arns';
import { sharePermissions } from '../share/permissions';
import { CALLS_MADE, OWN_CALLS_MADE, type FunctionName } from './calls-made';

const arns = resourceArns('ame-01234567');

function permitted(kind: 'own' | 'hosted'): ReadonlyMap<string, readonly string[]> {
  const queue = queuePermissions(arns, { deployment: kind }, 'arn:aws:cognito-idp:::userpool/x');
  const statements: Record<string, readonly PolicyStatement[]> = {
    ...queue,
    ...sharePermissions(arns),
  };
  return new Map(
    Object.entries(statements).map(([name, list]) => [
      name,
      [...new Set(list.flatMap(({ actions }) => actions))].toSorted(),
    ]),
  );
}

describe.each(['own', 'hosted'] as const)('in the kind of deployment %s', (kind) => {
  /** Given beside the others, since the trigger's role must not wait for the pool (auth/auto-join.ts). */
  const APART = 'cognito-idp:AdminAddUserToGroup';
  const names = (Object.keys(CALLS_MADE) as FunctionName[]).filter(
    (name) => name !== 'pre-sign-up',
  );

  it.each(names)('%s may call what it calls, and nothing else', (name) => {
    // In the hosted deployment `invite` refuses before it calls anything; its rights are the same in both.
    const hasOwn = kind === 'own' || name === 'invite';
    const extra = hasOwn ? (OWN_CALLS_MADE[name] ?? []) : [];
    const made = [...new Set([...CALLS_MADE[name], ...extra])].toSorted();
    const told = name === 'post-confirmation' ? made.filter((call) => call !== APART) : made;
    expect(permitted(kind).get(name)).toEqual(told);
  });
});
