import { lambdaFunction } from '../../lambda-function';

/** Makes a listening link. */
export const createShare = lambdaFunction(import.meta.dirname, 'create-share', {
  resourceGroupName: 'share',
  timeoutSeconds: 15,
});
