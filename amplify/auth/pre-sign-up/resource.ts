import { lambdaFunction } from '../../lambda-function';

/** Lets in who may sign up by themselves. Cognito waits five seconds for it. */
export const preSignUp = lambdaFunction(import.meta.dirname, 'pre-sign-up', {
  resourceGroupName: 'auth',
  timeoutSeconds: 5,
});
