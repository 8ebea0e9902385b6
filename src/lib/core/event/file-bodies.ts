import type { Json } from './aws-event';
import { historyRecords, isEventHistoryCsv } from './event-history-csv';
import { fieldOf } from './json-field';
import { withoutByteOrderMark } from './parse-json';

/**
 * The message bodies in the text of a file, in the file's order: JSON lines (one body a line), one JSON document
 * (a CloudTrail log or event-history download, an array, a single event), or an event-history CSV. A damaged line
 * is passed on as a body, so that whoever reads it can list it as unreadable.
 */
export function bodiesOfFile(text: string): string[] {
  const bare = withoutByteOrderMark(text);
  if (isEventHistoryCsv(bare)) return historyRecords(bare);
  const lines = bare.split(/\r?\n/).filter((line) => line.trim() !== '');
  if (lines.length > 1 && parses(lines[0] ?? '')) return lines;
  const document = parsed(bare);
  return document === undefined ? lines : bodiesOfDocument(document, bare);
}

function bodiesOfDocument(document: Json, text: string): string[] {
  const parts = partsOf(document);
  return parts === null ? [text] : parts.map(bodyOf);
}

function partsOf(document: Json): readonly Json[] | null {
  const list = [document, fieldOf(document, 'Records'), fieldOf(document, 'Events')].find(
    (value) => Array.isArray(value) && value.length > 0,
  );
  return (list as readonly Json[] | undefined) ?? null;
}

function bodyOf(part: Json): string {
  return typeof part === 'string' ? part : JSON.stringify(part);
}

function parses(line: string): boolean {
  return parsed(line) !== undefined;
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
