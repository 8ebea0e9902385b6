import type { CloudEndpoints, CloudOutputs } from '../../src/lib/core/cloud/outputs';
import { UsageError } from '../local/usage-error';

/** A deployment, as its `amplify_outputs.json` tells of it. */
export interface Deployment {
  readonly region: string;
  readonly userPoolId: string;
  readonly userPoolClientId: string;
  readonly identityPoolId: string;
  readonly cloud: CloudOutputs;
  /** Where the services are reached: AWS's own addresses unless the outputs name others. */
  readonly endpoints: CloudEndpoints;
}

const RESOLUTION = 'Take the file that `npx ampx generate outputs` wrote for this deployment.';

function awsEndpoints(region: string): CloudEndpoints {
  const at = (service: string): string => `https://${service}.${region}.amazonaws.com`;
  return {
    cognitoIdp: at('cognito-idp'),
    cognitoIdentity: at('cognito-identity'),
    sqs: at('sqs'),
    sns: at('sns'),
    lambda: at('lambda'),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError('The outputs are no JSON', RESOLUTION);
  }
}

/** The value at a path of names; undefined where there is none. */
function at(value: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (part, name) =>
        typeof part === 'object' && part !== null && Object.hasOwn(part, name)
          ? (part as Record<string, unknown>)[name]
          : undefined,
      value,
    );
}

/**
 * Reads the text of an `amplify_outputs.json`.
 *
 * @throws UsageError where it is not of such a deployment.
 */
export function readDeployment(text: string): Deployment {
  const outputs = parsed(text);
  const need = (path: string): string => {
    const value = at(outputs, path);
    if (typeof value === 'string' && value !== '') return value;
    throw new UsageError(`The outputs have no ${path}`, RESOLUTION);
  };
  const version = at(outputs, 'custom.cloud.version');
  if (version !== 1)
    throw new UsageError('The outputs have no custom.cloud of version 1', RESOLUTION);
  const region = need('auth.aws_region');
  need('custom.cloud.prefix');
  need('custom.cloud.functions.ensure-queue');
  const cloud = at(outputs, 'custom.cloud') as CloudOutputs;
  return {
    region,
    userPoolId: need('auth.user_pool_id'),
    userPoolClientId: need('auth.user_pool_client_id'),
    identityPoolId: need('auth.identity_pool_id'),
    cloud,
    endpoints: cloud.endpoints ?? awsEndpoints(region),
  };
}
