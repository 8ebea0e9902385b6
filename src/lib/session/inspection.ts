import type { EpochMs } from '$lib/core/event/aws-event';
import type { Entry } from './ledger';
import type { Inspection } from './listening';

const seconds = (from: EpochMs, to: EpochMs): number => Math.max(0, (to - from) / 1_000);

/**
 * Everything the inspector shows of one event.
 *
 * @param heardAt the wall clock when its first note sounds
 */
export function inspectionOf(entry: Entry, heardAt: EpochMs): Inspection {
  const { event, cue, sentAt, receivedAt } = entry;
  return {
    event,
    title: entry.title,
    lane: entry.lane,
    news: cue.news,
    interrupt: cue.interrupt,
    disposition: entry.disposition ?? 'played',
    dispositionReason: entry.reason,
    rule: entry.rule,
    notes: entry.notes,
    heardAt,
    delay: {
      toQueueSeconds: sentAt === null ? null : seconds(event.time, sentAt),
      inTabSeconds: seconds(sentAt ?? receivedAt, receivedAt),
      toSlotSeconds: seconds(receivedAt, heardAt),
    },
  };
}
