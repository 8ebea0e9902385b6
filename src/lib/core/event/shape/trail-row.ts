import type { Json, JsonObject } from '../aws-event';
import { isoInstant } from '../instant';
import { asText, fieldOf, isObject } from '../json-field';
import { parseJson } from '../parse-json';
import { cloudTrailRecord } from './cloudtrail-record';
import type { Shape } from './shape';

/** The fields of a CloudTrail record that tables hold, by their names in lower case (Athena, CloudTrail's table). */
const FIELDS = new Map(
  [
    ...['eventVersion', 'userIdentity', 'eventTime', 'eventSource', 'eventName', 'awsRegion'],
    ...['sourceIPAddress', 'userAgent', 'errorCode', 'errorMessage', 'requestParameters'],
    ...['responseElements', 'additionalEventData', 'requestID', 'eventID', 'resources'],
    ...['eventType', 'recipientAccountId', 'serviceEventDetails', 'readOnly', 'eventCategory'],
  ].map((name) => [name.toLowerCase(), name]),
);
/** Columns whose cells hold a struct or JSON. */
const STRUCTS = new Set([
  'userIdentity',
  'requestParameters',
  'responseElements',
  'additionalEventData',
]);
/** How tables spell the one column that every row of them has. */
const NAMES = ['eventName', 'eventname', 'EventName', 'EVENTNAME'];
const MAX_STRUCT_CHARS = 4_000;
/** Athena writes names in lower case. */
const IDENTITY_FIELDS = new Map([
  ['username', 'userName'],
  ['accountid', 'accountId'],
  ['principalid', 'principalId'],
  ['invokedby', 'invokedBy'],
]);

/** One row of Athena's CloudTrail table or of a query of CloudTrail Lake, read as the record it came from. */
export const trailRow: Shape = (value) => {
  if (!NAMES.some((name) => Object.hasOwn(value, name))) return null;
  const row = rowOf(value);
  if (row['eventName'] === undefined || row['eventSource'] === undefined) return null;
  return cloudTrailRecord(row);
};

/** What `aws cloudtrail get-query-results` prints: rows, each a list of cells, each an object of one field. */
export const lakeResults: Shape = (value) => {
  const rows = fieldOf(value, 'QueryResultRows');
  if (!Array.isArray(rows)) return null;
  return { parts: (rows as readonly Json[]).map(rowOfCells) };
};

function rowOfCells(cells: Json): Json {
  if (!Array.isArray(cells)) return cells;
  const fields = (cells as readonly Json[]).filter(isObject);
  return rowOf(Object.fromEntries(fields.flatMap((cell) => Object.entries(cell))));
}

function rowOf(value: JsonObject): JsonObject {
  const row: Record<string, Json> = {};
  for (const [column, cell] of Object.entries(value)) {
    const name = FIELDS.get(column.toLowerCase());
    if (name !== undefined && !isEmpty(cell)) row[name] = cellOf(name, cell);
  }
  return row;
}

function isEmpty(cell: Json): boolean {
  return cell === null || cell === '' || cell === '-';
}

function cellOf(name: string, cell: Json): Json {
  const text = asText(cell);
  if (text === null) return cell;
  if (name === 'eventTime') return isoInstant(text) ?? cell;
  return STRUCTS.has(name) ? (jsonOf(text) ?? structOf(text) ?? cell) : cell;
}

/** Athena and Lake write a struct as `{type=IAMUser, username=mira}`, what lies within it flat among the rest. */
function structOf(text: string): JsonObject | null {
  if (!text.startsWith('{')) return null;
  const cells = [...text.slice(0, MAX_STRUCT_CHARS).matchAll(/(\w+)=([^,{}]*)/g)];
  const fields = cells.map(([, name = '', cell = '']) => [
    IDENTITY_FIELDS.get(name) ?? name,
    cell.trim(),
  ]);
  return Object.fromEntries(
    fields.filter(([, cell]) => cell !== '' && cell !== 'null'),
  ) as JsonObject;
}

function jsonOf(text: string): JsonObject | null {
  if (!text.startsWith('{"')) return null;
  const parsed = parseJson(text);
  return 'value' in parsed && isObject(parsed.value) ? parsed.value : null;
}
