import { lambdaFunction } from '../../lambda-function';

/** Removes what was made at run time when the deployment is deleted. */
export const teardown = lambdaFunction(import.meta.dirname, 'teardown', {
  resourceGroupName: 'queue',
  timeoutSeconds: 900,
});
