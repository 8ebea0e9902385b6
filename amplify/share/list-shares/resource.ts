import { lambdaFunction } from '../../lambda-function';

/** Lists a person's links and who listens to them. */
export const listShares = lambdaFunction(import.meta.dirname, 'list-shares', {
  resourceGroupName: 'share',
  timeoutSeconds: 15,
});
