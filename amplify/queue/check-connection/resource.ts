import { lambdaFunction } from '../../lambda-function';

/** Says what is right and what is wrong on the way from an account to a person's queue. */
export const checkConnection = lambdaFunction(import.meta.dirname, 'check-connection', {
  resourceGroupName: 'queue',
  timeoutSeconds: 30,
});
