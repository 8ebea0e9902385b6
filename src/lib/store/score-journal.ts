import type { HeardBody, LinkChange, ScoreJournal } from '$lib/core/score/journal';
import type { JournalEntry, SessionHead } from './journal-shelf';

/** A session is not kept, or was kept before seeds and mappings were noted. */
export class SessionNotReplayableError extends Error {
  override readonly name = 'SessionNotReplayableError';
  readonly resolution = 'Choose a session that was heard more recently.';

  constructor(id: string) {
    super(`what the session ${id} was heard with is not known`);
  }
}

/**
 * What was heard in a session, as `replay` wants it.
 *
 * @throws SessionNotReplayableError where the seed or the mapping is not known.
 */
export function scoreJournalOf(
  { id, seed, mapping }: SessionHead,
  entries: readonly JournalEntry[],
  links: readonly LinkChange[],
): ScoreJournal {
  if (seed === null || mapping === null) throw new SessionNotReplayableError(id);
  return { version: 1, seed, mapping, bodies: entries.map(heardBody), links };
}

function heardBody({ text, receivedAt, slots, ids, passed }: JournalEntry): HeardBody {
  return { text, receivedAt, slots, ...(ids && { ids }), ...(passed && { passed }) };
}
