import { lambdaFunction } from '../../lambda-function';

/** Sends one event to a person's feed. */
export const testEvent = lambdaFunction(import.meta.dirname, 'test-event', {
  resourceGroupName: 'queue',
  timeoutSeconds: 15,
});
