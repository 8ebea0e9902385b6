import { Aws } from 'aws-cdk-lib';
import type { CallName } from '../src/lib/core/cloud/calls';
import type { CloudOutputs } from '../src/lib/core/cloud/outputs';
import { MEMBER_CALLS } from './auth/roles';
import { selfSignUp } from './auth/user-pool';
import type { Deployment } from './deployment';
import { lambdaName } from './resource-arns';

/** What `amplify_outputs.json` tells the page beside Amplify's own keys, as `custom.cloud`. */
export function cloudOutputs({ prefix, settings }: Deployment): CloudOutputs {
  const calls: readonly CallName[] = [...MEMBER_CALLS, 'join-share'];
  const functions = calls.map((name) => [name, lambdaName(prefix, name)] as const);
  return {
    version: 1,
    prefix,
    region: Aws.REGION,
    account: Aws.ACCOUNT_ID,
    deployment: settings.deployment,
    selfSignUp: selfSignUp(settings),
    functions: Object.fromEntries(functions) as CloudOutputs['functions'],
  };
}
