import type { ShareFilter } from './calls';
import { PAGE_SOURCE } from './names';
import { HEARTBEAT_OUTCOME } from './share-feed';

/** The message attributes of a shared feed that a subscription may filter by. */
export type SharedAttribute = 'source' | 'outcome';

/**
 * The SNS filter policy (scope `MessageAttributes`) of a share's subscriptions; null where everything passes. The
 * heartbeats of the owner's page always pass.
 */
export function sharedFilterPolicy({
  sources,
  outcomes,
}: ShareFilter): Readonly<Partial<Record<SharedAttribute, readonly string[]>>> | null {
  if (sources.length === 0 && outcomes.length === 0) return null;
  return {
    ...(sources.length > 0 && { source: [...sources, PAGE_SOURCE] }),
    ...(outcomes.length > 0 && { outcome: [...outcomes, HEARTBEAT_OUTCOME] }),
  };
}
