import { lambdaFunction } from '../../lambda-function';

/** Gives the holder of a link a queue of their own and the credentials to read it; guests may call it. */
export const joinShare = lambdaFunction(import.meta.dirname, 'join-share', {
  resourceGroupName: 'share',
  timeoutSeconds: 15,
});
