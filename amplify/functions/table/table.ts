import {
  DeleteItemCommand,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  UpdateItemCommand,
  type AttributeValue,
} from '@aws-sdk/client-dynamodb';
import type { FunctionContext } from '../context';
import { isNamed } from '../service-error';
import type { RowKey } from './keys';
import { toExpressionValues, toItem, type Row } from './row';

export type Item = Record<string, AttributeValue>;

/** What has to hold for a row to be written. None of our fields has a name that DynamoDB reserves. */
export interface Condition {
  readonly expression: string;
  readonly values?: Row;
}

/** Every read is consistent: a bound that is held by what is read must not be read late. */
export async function getRow(context: FunctionContext, key: RowKey): Promise<Item | null> {
  const { Item } = await context.clients.dynamo.send(
    new GetItemCommand({
      TableName: context.facts.sharesTable,
      Key: toItem(key),
      ConsistentRead: true,
    }),
  );
  return Item ?? null;
}

/** Gives all rows of a partition whose sort key begins so; a partition of ours holds at most a hundred. */
export async function queryRows(
  context: FunctionContext,
  pk: string,
  sortPrefix: string,
): Promise<readonly Item[]> {
  const { Items } = await context.clients.dynamo.send(
    new QueryCommand({
      TableName: context.facts.sharesTable,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sort)',
      ExpressionAttributeValues: toExpressionValues({ pk, sort: sortPrefix }),
      ConsistentRead: true,
    }),
  );
  return Items ?? [];
}

/** Writes a row where the condition holds, or whatever there is; gives whether it did. */
export function putRow(
  context: FunctionContext,
  key: RowKey,
  fields: Row,
  condition?: Condition,
): Promise<boolean> {
  return whether(
    context.clients.dynamo.send(
      new PutItemCommand({
        TableName: context.facts.sharesTable,
        Item: toItem({ ...key, ...fields }),
        ...(condition === undefined ? {} : toConditionInput(condition)),
      }),
    ),
  );
}

/** Sets fields of a row where the condition holds; gives whether it did. */
export function setFields(
  context: FunctionContext,
  key: RowKey,
  fields: Row,
  condition: Condition,
): Promise<boolean> {
  const sets = Object.keys(fields).map((name) => `${name} = :${name}`);
  return whether(
    context.clients.dynamo.send(
      new UpdateItemCommand({
        TableName: context.facts.sharesTable,
        Key: toItem(key),
        UpdateExpression: `SET ${sets.join(', ')}`,
        ...toConditionInput({ ...condition, values: { ...fields, ...condition.values } }),
      }),
    ),
  );
}

/** Deletes a row where the condition holds; gives whether it did. Without a condition, and twice, it is deleted too. */
export function deleteRow(
  context: FunctionContext,
  key: RowKey,
  condition?: Condition,
): Promise<boolean> {
  return whether(
    context.clients.dynamo.send(
      new DeleteItemCommand({
        TableName: context.facts.sharesTable,
        Key: toItem(key),
        ...(condition === undefined ? {} : toConditionInput(condition)),
      }),
    ),
  );
}

function toConditionInput({ expression, values }: Condition) {
  return {
    ConditionExpression: expression,
    ...(values === undefined ? {} : { ExpressionAttributeValues: toExpressionValues(values) }),
  };
}

async function whether(written: Promise<unknown>): Promise<boolean> {
  try {
    await written;
    return true;
  } catch (error) {
    if (isNamed(error, 'ConditionalCheckFailed')) return false;
    throw error;
  }
}
