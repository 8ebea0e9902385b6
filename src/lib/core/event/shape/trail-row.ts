import type { Json, JsonObject } from '../aws-event';
import { asText, fieldOf, isObject } from '../json-field';
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
/** Columns of Athena's table whose cells hold JSON. */
const JSON_CELLS = new Set(['requestParameters', 'responseElements', 'additionalEventData']);

/** One row of Athena's CloudTrail table or of a query of CloudTrail Lake, read as the record it came from. */
export const trailRow: Shape = (value) => {
  const row = rowOf(value);
  if (row['eventName'] === undefined || row['eventSource'] === undefined) return null;
  return cloudTrailRecord(row);
};

/** What `aws cloudtrail get-query-results` prints: rows, each a list of cells, each an object of one field. */
export const lakeResults: Shape = (value) => {
  const rows = fieldOf(value, 'QueryResultRows');
  if (!Array.isArray(rows)) return null;
  return { parts: (rows as readonly Json[]).map(merged) };
};

function merged(row: Json): Json {
  if (!Array.isArray(row)) return row;
  return Object.fromEntries(
    (row as readonly Json[]).filter(isObject).flatMap((cell) => Object.entries(cell)),
  );
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
  if (name === 'userIdentity') return identityOf(text);
  return JSON_CELLS.has(name) ? (jsonOf(text) ?? cell) : cell;
}

/** Athena and Lake write a struct as `{type=IAMUser, username=mira}`; the name of who acted is what we need of it. */
function identityOf(text: string): Json {
  const json = jsonOf(text);
  if (json !== null) return json;
  const cells = [...text.slice(0, 4_000).matchAll(/(\w+)=([^,{}]*)/g)];
  const found = new Map(cells.map(([, name = '', cell = '']) => [name.toLowerCase(), cell.trim()]));
  const userName = found.get('username') ?? '';
  const accountId = found.get('accountid') ?? '';
  return {
    type: found.get('type') ?? '',
    arn: found.get('arn') ?? '',
    ...(userName === '' || userName === 'null' ? {} : { userName }),
    ...(accountId === '' || accountId === 'null' ? {} : { accountId }),
  };
}

function jsonOf(text: string): JsonObject | null {
  if (!text.startsWith('{"')) return null;
  try {
    const value = JSON.parse(text) as Json;
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}
