import type { Settled } from './slot';

/** What becomes of the events of one note or figure: it is the first one's, and stands for the others too. */
export function settleTogether(ids: readonly string[]): readonly Settled[] {
  const reason = `one figure for ${String(ids.length)} events`;
  return ids.map((id, at) =>
    at === 0 ? { id, disposition: 'played' } : { id, disposition: 'aggregated', reason },
  );
}
