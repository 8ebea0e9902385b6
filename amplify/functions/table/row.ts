import type { AttributeValue } from '@aws-sdk/client-dynamodb';

/** What a row's fields may be; a list holds texts. */
export type RowValue = string | number | readonly string[];
export type Row = Readonly<Record<string, RowValue>>;

export function toValue(value: RowValue): AttributeValue {
  if (typeof value === 'string') return { S: value };
  if (typeof value === 'number') return { N: String(value) };
  return { L: value.map((item) => ({ S: item })) };
}

export function toItem(row: object): Record<string, AttributeValue> {
  return Object.fromEntries(
    Object.entries(row as Row).map(([name, value]) => [name, toValue(value)]),
  );
}

/** Values for an expression: `:now` for `now`. */
export function toExpressionValues(row: Row): Record<string, AttributeValue> {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [`:${name}`, toValue(value)]),
  );
}

type Item = Readonly<Record<string, AttributeValue>>;

/** Text of a row of ours; empty where it is absent. */
export function textOf(item: Item, name: string): string {
  return item[name]?.S ?? '';
}

/** Number of a row of ours; null where it is absent. */
export function numberOf(item: Item, name: string): number | null {
  const digits = item[name]?.N;
  return digits === undefined ? null : Number(digits);
}

export function textsOf(item: Item, name: string): readonly string[] {
  return (item[name]?.L ?? []).flatMap(({ S }) => (S === undefined ? [] : [S]));
}

/** For `expires`, from milliseconds since the epoch. */
export const toSeconds = (epochMs: number): number => Math.ceil(epochMs / 1000);
