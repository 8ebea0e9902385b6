import { CONNECTOR_ROLE_PREFIX } from '../../../src/lib/core/cloud/names';
import type { ConnectedAccount } from '../../../src/lib/core/cloud/calls';
import { denyPlainText, type PolicyJson, type StatementJson } from './policy-json';
import { isSamePolicy } from './same-policy';

const ID = 'feed';

/**
 * The policy of a person's feed. The connected accounts stand nowhere else: each is a statement whose Sid tells
 * the account and when it was added.
 */
export function feedPolicy(
  feedArn: string,
  accounts: readonly ConnectedAccount[],
  others: readonly unknown[] = [],
): PolicyJson {
  const ours = accounts.map((connected) => connectorStatement(feedArn, connected));
  const kept = others as readonly StatementJson[];
  return {
    Version: '2012-10-17',
    Id: ID,
    Statement: [denyPlainText('sns:Publish', feedArn), ...ours, ...kept],
  };
}

/** The shared feed's: nobody is admitted by it, so that only whom their own policy allows may publish. */
export function sharedFeedPolicy(sharedFeedArn: string): PolicyJson {
  return {
    Version: '2012-10-17',
    Id: ID,
    Statement: [denyPlainText('sns:Publish', sharedFeedArn)],
  };
}

/** The account itself is the principal, and the condition leaves of it the connector's role alone. */
function connectorStatement(
  feedArn: string,
  { account, addedAt }: ConnectedAccount,
): StatementJson {
  return {
    Sid: `Connector${account}Since${addedAt}`,
    Effect: 'Allow',
    Principal: { AWS: `arn:aws:iam::${account}:root` },
    Action: 'sns:Publish',
    Resource: feedArn,
    Condition: {
      ArnLike: { 'aws:PrincipalArn': `arn:aws:iam::${account}:role/${CONNECTOR_ROLE_PREFIX}*` },
    },
  };
}

export interface ReadFeedPolicy {
  readonly accounts: readonly ConnectedAccount[];
  /** Statements of somebody else, to be kept as they are. */
  readonly others: readonly unknown[];
  /** Whether the policy says what we would write for these accounts and others. */
  readonly isWhole: boolean;
}

const CONNECTOR_SID = /^Connector(\d{12})Since(\d{1,15})$/;
/**
 * SNS gives a topic that is made without a policy this statement, which admits every principal of the deployment's
 * account: all of its users among them. It is never kept.
 */
const DEFAULT_SID = '__default_statement_ID';

/** Reads a feed's policy, whatever state it is in. */
export function readFeedPolicy(feedArn: string, text: string): ReadFeedPolicy {
  const statements = statementsOf(text);
  const accounts = statements.flatMap((statement) => connectedBy(sidOf(statement)));
  const others = statements.filter((statement) => !isOurs(sidOf(statement)));
  const isWhole = isSamePolicy(statements, feedPolicy(feedArn, accounts, others).Statement);
  return { accounts, others, isWhole };
}

/** A policy's statements; none where the text is not a policy. */
export function statementsOf(text: string): readonly unknown[] {
  try {
    const policy: unknown = JSON.parse(text);
    if (typeof policy !== 'object' || policy === null || !('Statement' in policy)) return [];
    const statements: readonly unknown[] = Array.isArray(policy.Statement)
      ? policy.Statement
      : [policy.Statement];
    return statements.filter((one) => typeof one === 'object' && one !== null);
  } catch {
    return [];
  }
}

function sidOf(statement: unknown): string {
  if (typeof statement !== 'object' || statement === null || !('Sid' in statement)) return '';
  return typeof statement.Sid === 'string' ? statement.Sid : '';
}

function connectedBy(sid: string): readonly ConnectedAccount[] {
  const [, account, addedAt] = CONNECTOR_SID.exec(sid) ?? [];
  if (account === undefined || addedAt === undefined) return [];
  return [{ account, addedAt: Number(addedAt) }];
}

function isOurs(sid: string): boolean {
  return sid === 'DenyWithoutTls' || sid === DEFAULT_SID || CONNECTOR_SID.test(sid);
}
