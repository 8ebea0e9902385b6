import type { Link } from '$lib/core/compose/slot';
import type { Connection } from './listening';

/** What the composer is told of the connection: whether we hear the account, late, or not at all. */
export function linkOf(connection: Connection): Link {
  if (connection === 'lost') return 'down';
  return connection === 'catching-up' ? 'behind' : 'up';
}
