import { csvParseRows } from 'd3-dsv';
import type { Json, JsonObject } from './aws-event';

/** The column titles of the console's download that a CloudTrail record knows, in lower case. */
const COLUMNS = new Map([
  ['event id', 'eventID'],
  ['event time', 'eventTime'],
  ['event source', 'eventSource'],
  ['event name', 'eventName'],
  ['aws region', 'awsRegion'],
  ['source ip address', 'sourceIPAddress'],
  ['error code', 'errorCode'],
  ['request id', 'requestID'],
  ['recipient account id', 'recipientAccountId'],
]);

/**
 * Whether a text begins with the header of a CSV of CloudTrail events: the console's event history, or a result of
 * Athena or CloudTrail Lake.
 */
export function isEventHistoryCsv(text: string): boolean {
  if (/^\s*[[{]/.test(text)) return false;
  const end = text.search(/[\r\n]/);
  const titles = historyTitles(csvParseRows(end < 0 ? text : text.slice(0, end))[0] ?? []);
  return isTable(titles) || (titles.includes('event name') && titles.includes('event source'));
}

/** The titles of the columns, as `historyBody` takes them. */
export function historyTitles(header: readonly string[]): string[] {
  return header.map((title) => title.trim().toLowerCase());
}

/** A row of such a CSV as the text of a CloudTrail record or table row. A row without an event is passed on as it stands. */
export function historyBody(titles: readonly string[], row: readonly string[]): string {
  const cells = new Map(titles.map((title, column) => [title, row[column] ?? '']));
  if (isTable(titles)) return JSON.stringify(Object.fromEntries(cells));
  const record = recordOf(cells);
  return 'eventName' in record ? JSON.stringify(record) : row.join(',');
}

/** Athena's and Lake's columns have the names of the record's fields, without spaces. */
function isTable(titles: readonly string[]): boolean {
  return titles.includes('eventname') && titles.includes('eventsource');
}

function recordOf(cells: ReadonlyMap<string, string>): JsonObject {
  const record: Record<string, Json> = {};
  for (const [title, name] of COLUMNS) {
    const cell = cells.get(title)?.trim() ?? '';
    if (cell !== '' && cell !== '-') record[name] = cell;
  }
  return {
    ...record,
    userIdentity: { userName: cells.get('user name') ?? '' },
    readOnly: cells.get('read-only') === 'true',
    resources: resourcesOf(cells.get('resources') ?? ''),
  };
}

/** The cell holds a JSON list of `{resourceType, resourceName}`; a name serves as the ARN a record would have. */
function resourcesOf(cell: string): Json[] {
  try {
    const list = JSON.parse(cell) as unknown;
    return Array.isArray(list) ? list.flatMap(resourceOf) : [];
  } catch {
    return [];
  }
}

function resourceOf(entry: unknown): Json[] {
  const { resourceType, resourceName } = (entry ?? {}) as Record<string, unknown>;
  return typeof resourceName === 'string'
    ? [{ ARN: resourceName, type: typeof resourceType === 'string' ? resourceType : '' }]
    : [];
}
