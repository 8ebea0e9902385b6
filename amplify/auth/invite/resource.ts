import { lambdaFunction } from '../../lambda-function';

/** Lets an owner invite a listener by e-mail. */
export const invite = lambdaFunction(import.meta.dirname, 'invite', {
  resourceGroupName: 'queue',
  timeoutSeconds: 15,
});
