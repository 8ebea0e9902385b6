import type { FilePart, PartSink } from './file-part';

/** A list in a document whose elements are parts by themselves. */
export interface ListOfParts {
  readonly kind: Exclude<FilePart['kind'], 'seed' | 'unreadable'>;
  /** The field that holds it; null for a document that is a list. */
  readonly field: string | null;
  /** Whether an element is no body without the field around it. */
  readonly isWrapped: boolean;
}

/** A document that is a list. */
export const TOP_LIST: ListOfParts = { kind: 'body', field: null, isWrapped: false };

/**
 * CloudTrail's logs and batches for a function, `aws cloudtrail lookup-events`, `aws sqs receive-message`, and
 * `aws cloudtrail get-query-results`, whose rows are known by the field alone; then what we export ourselves.
 */
const LISTS = new Map<string, ListOfParts>(
  (
    [
      ['Records', 'body'],
      ['Events', 'body'],
      ['Messages', 'body'],
      ['QueryResultRows', 'body'],
      ['events', 'score-event'],
      ['bodies', 'journal-body'],
      ['links', 'journal-link'],
    ] as const
  ).map(([field, kind]) => [field, { kind, field, isWrapped: field === 'QueryResultRows' }]),
);
/** Enough for a field's name and the white space behind it. */
const LONGEST_FIELD_CHARS = 80;
const OWN = /^\{\s*"version"\s*:\s*1\s*,\s*"seed"\s*:\s*(-?\d{1,15})\s*,/;
const FIELD = /"(\w{1,32})"\s*:\s*$/;

/** The seed of a document that begins as our own exports do, or null. */
export function ownSeed(head: string): number | null {
  const [, seed] = OWN.exec(head) ?? [];
  return seed === undefined ? null : Number(seed);
}

/** The list that opens behind a text, where its elements are parts, in any document or in one of ours. */
export function listBehind(text: string): ListOfParts | null {
  const field = FIELD.exec(text.slice(-LONGEST_FIELD_CHARS))?.[1] ?? '';
  return LISTS.get(field) ?? null;
}

/** Passes a list without elements on as a body that holds no event; a journal without changes of the link lacks nothing. */
export function passEmptyList({ kind, field }: ListOfParts, line: number, sink: PartSink): void {
  if (kind === 'journal-link') return;
  sink({ kind: 'body', text: field === null ? '[]' : `{${JSON.stringify(field)}:[]}`, line });
}

/** Passes one element of a list on. A list may hold bodies as texts. */
export function passElement(
  { kind, field, isWrapped }: ListOfParts,
  text: string,
  line: number,
  sink: PartSink,
): void {
  const trimmed = text.trimEnd();
  if (isWrapped) sink({ kind, text: `{${JSON.stringify(field)}:[${trimmed}]}`, line });
  else sink({ kind, text: trimmed.startsWith('"') ? bodyIn(trimmed) : trimmed, line });
}

function bodyIn(text: string): string {
  try {
    return String(JSON.parse(text));
  } catch {
    return text;
  }
}
