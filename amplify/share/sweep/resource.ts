import { lambdaFunction } from '../../lambda-function';

/** Removes seats that nobody renews, links that have expired, and queues that belong to nobody. */
export const sweep = lambdaFunction(import.meta.dirname, 'sweep', {
  resourceGroupName: 'share',
  timeoutSeconds: 120,
  schedule: 'every 15m',
});
