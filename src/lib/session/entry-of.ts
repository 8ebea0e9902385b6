import type { AwsEvent } from '$lib/core/event/aws-event';
import { familyOf } from '$lib/core/event/family-of';
import { titleOf } from '$lib/core/event/title-of';
import { cueOf } from '$lib/core/mapping/cue-of';
import { type Mapping, matchRule } from '$lib/core/mapping/mapping';
import type { Entry } from './ledger';

/** A new event as the books enter it: matched, and waiting for its slot. */
export function entryOf(
  mapping: Mapping,
  event: AwsEvent,
  arrival: Pick<Entry, 'sentAt' | 'receivedAt' | 'characters' | 'slot'>,
): Entry {
  const match = matchRule(mapping, event);
  return {
    event,
    cue: cueOf(event, match?.rule ?? null),
    title: titleOf(event),
    lane: familyOf(event.source, event.detailType),
    rule: match && {
      id: match.rule.id,
      title: match.rule.title,
      place: match.place,
      of: mapping.rules.length,
    },
    ...arrival,
    disposition: null,
    reason: null,
    notes: [],
    soundsAt: null,
  };
}
