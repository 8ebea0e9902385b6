import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IUserPool, IUserPoolClient } from 'aws-cdk-lib/aws-cognito';
import { type BackendFunction, configureFunction } from './configure-function';
import type { Deployment } from './deployment';
import { FUNCTION_NAMES, type FunctionKey, type FunctionName, TRIGGERS } from './function-names';
import { queuePermissions } from './queue/permissions';
import { sharePermissions } from './share/permissions';

interface Pool {
  readonly userPool: IUserPool;
  readonly userPoolClient: IUserPoolClient;
}

/** Names every function and gives each its environment and its rights. */
export function configureFunctions(
  made: Readonly<Record<FunctionKey, BackendFunction>>,
  { userPool, userPoolClient }: Pool,
  deployment: Deployment,
): void {
  const { arns, settings } = deployment;
  const statements: Readonly<Record<FunctionName, readonly PolicyStatement[]>> = {
    'pre-sign-up': [],
    ...queuePermissions(arns, settings, userPool.userPoolArn),
    ...sharePermissions(arns),
  };
  const ids = {
    userPoolId: userPool.userPoolId,
    userPoolClientId: userPoolClient.userPoolClientId,
  };
  for (const key of Object.keys(FUNCTION_NAMES) as FunctionKey[]) {
    const name = FUNCTION_NAMES[key];
    const pool = TRIGGERS.includes(name) ? null : ids;
    configureFunction(made[key], name, deployment, pool, statements[name]);
  }
}
