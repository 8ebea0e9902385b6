import { lambdaFunction } from '../../lambda-function';

/** Lists, adds and removes the accounts that may publish to a person's feed. */
export const connections = lambdaFunction(import.meta.dirname, 'connections', {
  resourceGroupName: 'queue',
  timeoutSeconds: 15,
});
