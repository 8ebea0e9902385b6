import type { Invocation } from '../../functions/handlers';
import { contextOf } from '../../functions/environment';
import { run, type StackAnswer, type StackEvent } from './teardown';

export const handler = (event: StackEvent, { awsRequestId }: Invocation): Promise<void> =>
  run(contextOf(awsRequestId), event, answer);

/** The address is signed for a request without a content type. */
async function answer(url: string, told: StackAnswer): Promise<void> {
  const response = await fetch(url, {
    method: 'PUT',
    headers: { 'content-type': '' },
    body: JSON.stringify(told),
  });
  if (!response.ok) throw new Error(`CloudFormation answered ${response.status}`);
}
