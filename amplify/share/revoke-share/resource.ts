import { lambdaFunction } from '../../lambda-function';

/** Ends a link and removes its listeners' queues. */
export const revokeShare = lambdaFunction(import.meta.dirname, 'revoke-share', {
  resourceGroupName: 'share',
  timeoutSeconds: 60,
});
