import { lambdaFunction } from '../../lambda-function';

/** Makes or repairs what a person has in the cloud. */
export const ensureQueue = lambdaFunction(import.meta.dirname, 'ensure-queue', {
  resourceGroupName: 'queue',
  timeoutSeconds: 30,
});
