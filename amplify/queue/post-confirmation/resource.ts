import { lambdaFunction } from '../../lambda-function';

/** Makes what a person has in the cloud, right after the confirmation. Cognito waits five seconds for it. */
export const postConfirmation = lambdaFunction(import.meta.dirname, 'post-confirmation', {
  resourceGroupName: 'auth',
  timeoutSeconds: 5,
});
