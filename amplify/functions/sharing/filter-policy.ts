import type { ShareFilter } from '../../../src/lib/core/cloud/calls';
import { PAGE_SOURCE } from '../../../src/lib/core/cloud/names';

/**
 * The filter policy of a listener's subscription, on the message attributes `source` and `outcome` of the shared
 * feed: what passes the filter, and always what the page itself says, so that heartbeats come through. Undefined
 * where the share has no filter.
 *
 * SNS takes at most 150 combinations of values, 200 filter policies a topic, and up to 15 minutes for a new one.
 */
export function filterPolicy({ sources, outcomes }: ShareFilter): string | undefined {
  if (sources.length === 0 && outcomes.length === 0) return undefined;
  const wanted = {
    ...(sources.length > 0 ? { source: sources } : {}),
    ...(outcomes.length > 0 ? { outcome: outcomes } : {}),
  };
  return JSON.stringify({ $or: [{ source: [PAGE_SOURCE] }, wanted] });
}
