import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { CallName } from '../../../src/lib/core/cloud/calls';
import type { FunctionContext } from '../context';
import { Refusal } from '../refusal';
import { rateKey } from './keys';
import { toExpressionValues, toItem, toSeconds } from './row';

const MINUTE_MS = 60_000;

/**
 * How often one person (or, of `join-share`, the listeners of one share together) may call in a minute. A page that
 * works as it should needs a tenth; a share's hundred listeners renew once in an hour and join at once.
 */
export const CALLS_PER_MINUTE: Readonly<Record<CallName, number>> = {
  'ensure-queue': 30,
  connections: 30,
  'check-connection': 30,
  'test-event': 12,
  invite: 12,
  'delete-account': 12,
  'create-share': 12,
  'list-shares': 60,
  'revoke-share': 60,
  'join-share': 300,
};

/**
 * Counts a call, and throws a `wait` where there were too many in this minute.
 *
 * @param who the caller's `sub`, or a share's id.
 */
export async function admit(context: FunctionContext, call: CallName, who: string): Promise<void> {
  const minute = Math.floor(context.now() / MINUTE_MS);
  const { Attributes } = await context.clients.dynamo.send(
    new UpdateItemCommand({
      TableName: context.facts.sharesTable,
      Key: toItem(rateKey(call, who, minute)),
      UpdateExpression: 'ADD calls :one SET expires = :expires',
      ExpressionAttributeValues: toExpressionValues({
        one: 1,
        expires: toSeconds((minute + 2) * MINUTE_MS),
      }),
      ReturnValues: 'UPDATED_NEW',
    }),
  );
  if (Number(Attributes?.['calls']?.N) > CALLS_PER_MINUTE[call])
    throw new Refusal('wait', 'That was asked too often.', 'Wait a minute, and try again.');
}
