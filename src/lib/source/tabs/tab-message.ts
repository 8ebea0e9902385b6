import type { Batch, Body, Cause, LinkReport } from '../event-source';

/** What tabs that listen to one queue say to each other. */
export type TabMessage =
  /** The reading tab has a batch in the journal. */
  | { readonly kind: 'batch'; readonly batch: Batch }
  | { readonly kind: 'report'; readonly report: LinkReport }
  /** A following tab asks for the present state, which is a sign of life too. */
  | { readonly kind: 'ask'; readonly from: string }
  | { readonly kind: 'state'; readonly to: string; readonly reports: readonly LinkReport[] }
  /** A following tab's listener wants no wait. */
  | { readonly kind: 'try-now' };

type Fields = Readonly<Record<string, unknown>>;

const CAUSES: Readonly<Record<Cause, true>> = {
  offline: true,
  unreachable: true,
  throttled: true,
  credentials: true,
  denied: true,
  'queue-missing': true,
  'clock-skew': true,
};

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function isCause(value: unknown): value is Cause {
  return typeof value === 'string' && Object.hasOwn(CAUSES, value);
}

/** Each of the values read; null when one cannot be, or they are no list. */
function listOf<T>(values: unknown, read: (value: unknown) => T | null): readonly T[] | null {
  if (!Array.isArray(values)) return null;
  const list = values.map(read).filter((item) => item !== null);
  return list.length === values.length ? list : null;
}

function bodyFrom(value: unknown): Body | null {
  const { text, messageId, sentAt } = fieldsOf(value);
  if (typeof text !== 'string' || typeof messageId !== 'string') return null;
  return sentAt === null || isNumber(sentAt) ? { text, messageId, sentAt } : null;
}

function batchFrom(value: unknown): Batch | null {
  const { bodies, receivedAt } = fieldsOf(value);
  const read = listOf(bodies, bodyFrom);
  return read && isNumber(receivedAt) ? { bodies: read, receivedAt } : null;
}

function missFrom({ at, cause, code, retryInMs }: Fields): LinkReport | null {
  const isMiss = isNumber(at) && isCause(cause) && typeof code === 'string' && isNumber(retryInMs);
  return isMiss ? { kind: 'miss', at, cause, code, retryInMs } : null;
}

function deletionFrom({ at, cause, code }: Fields): LinkReport | null {
  if (!isNumber(at) || !(cause === null || isCause(cause))) return null;
  return code === null || typeof code === 'string' ? { kind: 'deletion', at, cause, code } : null;
}

function reportFrom(value: unknown): LinkReport | null {
  const fields = fieldsOf(value);
  const { kind, at, received, full, waiting } = fields;
  if (!isNumber(at)) return null;
  if (kind === 'connecting') return { kind, at };
  if (kind === 'check' && isNumber(received) && typeof full === 'boolean')
    return { kind, at, received, full };
  if (kind === 'backlog' && isNumber(waiting)) return { kind, at, waiting };
  if (kind === 'miss') return missFrom(fields);
  return kind === 'deletion' ? deletionFrom(fields) : null;
}

/** A message that another tab sent, its known fields copied; null when it is none of ours. */
export function tabMessageFrom(value: unknown): TabMessage | null {
  const { kind, batch, report, from, to, reports } = fieldsOf(value);
  if (kind === 'try-now') return { kind };
  if (kind === 'ask') return typeof from === 'string' ? { kind, from } : null;
  const [readBatch, readReport] = [batchFrom(batch), reportFrom(report)];
  if (kind === 'batch') return readBatch && { kind, batch: readBatch };
  if (kind === 'report') return readReport && { kind, report: readReport };
  const read = listOf(reports, reportFrom);
  return kind === 'state' && typeof to === 'string' && read ? { kind, to, reports: read } : null;
}
