import { Aws } from 'aws-cdk-lib';
import { type CfnRole, type PolicyStatement, type Role } from 'aws-cdk-lib/aws-iam';
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { CfnFunction, Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Deployment } from './deployment';
import { lambdaName, sharesTableName } from './resource-arns';
import { FAILURES } from './watch/metrics';

/** A function as Amplify's backend gives it. */
export interface BackendFunction {
  addEnvironment(name: string, value: string): void;
  readonly resources: {
    readonly lambda: unknown;
    readonly cfnResources: { readonly cfnFunction: CfnFunction };
  };
}

/** The user pool's ids, for the functions that verify tokens or look after people. */
export interface UserPoolIds {
  readonly userPoolId: string;
  readonly userPoolClientId: string;
}

/**
 * Gives a function its name, what it must know, and its few rights.
 * @param pool null for the triggers of the user pool: they are told the pool with every event, and their stack must
 *   not wait for it
 */
export function configureFunction(
  made: BackendFunction,
  name: string,
  { prefix, settings, arns }: Deployment,
  pool: UserPoolIds | null,
  statements: readonly PolicyStatement[],
): void {
  const facts = {
    PREFIX: prefix,
    DEPLOYMENT: settings.deployment,
    ACCOUNT_ID: Aws.ACCOUNT_ID,
    SHARES_TABLE: sharesTableName(prefix),
    LISTENER_ROLE_ARN: arns.listenerRole,
    DEAD_LETTERS_ARN: arns.deadLetters,
    ACCOUNT_FEED_ARN: arns.accountFeed,
    ALLOWED_DOMAINS: settings.allowedDomains.join(','),
    ...(pool && { USER_POOL_ID: pool.userPoolId, USER_POOL_CLIENT_ID: pool.userPoolClientId }),
  };
  for (const [key, value] of Object.entries(facts)) made.addEnvironment(key, value);
  made.resources.cfnResources.cfnFunction.functionName = lambdaName(prefix, name);
  const lambda = made.resources.lambda as LambdaFunction;
  limitRole(lambda, statements);
  countFailures(lambda, prefix);
}

/** The role may write the function's own log, and what `statements` say; AWS's managed policy admits every log. */
function limitRole(lambda: LambdaFunction, statements: readonly PolicyStatement[]): void {
  const role = lambda.role as Role;
  (role.node.defaultChild as CfnRole).managedPolicyArns = undefined;
  lambda.logGroup.grantWrite(lambda);
  for (const statement of statements) role.addToPolicy(statement);
}

/** A function answers a page even when it fails, so that Lambda counts no error: its log tells. */
function countFailures(lambda: LambdaFunction, prefix: string): void {
  new MetricFilter(lambda, 'Failures', {
    logGroup: lambda.logGroup,
    filterPattern: FilterPattern.stringValue('$.level', '=', 'ERROR'),
    metricNamespace: prefix,
    metricName: FAILURES,
    metricValue: '1',
  });
}
