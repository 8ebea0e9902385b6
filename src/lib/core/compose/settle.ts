import type { Settled } from './slot';

/** What becomes of the events of one note or figure: it is the first one's, and stands for the others too. */
export function settleTogether(ids: readonly string[]): readonly Settled[] {
  const others = ids.length - 1;
  const reason = `told together with ${String(others)} ${others === 1 ? 'other' : 'others'}`;
  return ids.map((id, at) =>
    at === 0 ? { id, disposition: 'played' } : { id, disposition: 'aggregated', reason },
  );
}
