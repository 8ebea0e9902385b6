import { lambdaFunction } from '../../lambda-function';

/** Removes a person and everything of theirs. */
export const deleteAccount = lambdaFunction(import.meta.dirname, 'delete-account', {
  resourceGroupName: 'queue',
  timeoutSeconds: 120,
});
