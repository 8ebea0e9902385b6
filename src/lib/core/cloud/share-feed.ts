import type { EpochMs, JsonObject } from '../event/aws-event';
import { readBody } from '../event/read-body';
import { redactedFacts } from '../event/redacted';
import { PAGE_SOURCE } from './names';

const HEARTBEAT_TYPE = 'Heartbeat';

/** The body of a heartbeat, in EventBridge's shape. It is not heard, and passes every filter by its source. */
export function heartbeat(id: string, at: EpochMs): JsonObject {
  return {
    version: '0',
    id,
    time: new Date(at).toISOString(),
    source: PAGE_SOURCE,
    'detail-type': HEARTBEAT_TYPE,
    account: '',
    region: '',
    resources: [],
    detail: {},
  };
}

/** What a message of a shared feed is: one redacted event, a heartbeat, or neither of what the owner's page sends. */
export function kindOfShared(text: string): 'event' | 'heartbeat' | 'neither' {
  const { events, unreadable } = readBody(text, 0);
  const [event] = events;
  if (!event || events.length > 1 || unreadable.length > 0) return 'neither';
  if (event.source === PAGE_SOURCE && event.detailType === HEARTBEAT_TYPE) return 'heartbeat';
  return redactedFacts(event.envelope) === null ? 'neither' : 'event';
}
