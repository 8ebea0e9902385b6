import { readBody } from '../event/read-body';
import type { Mapping } from '../mapping/mapping';
import type { ScoreJournal } from '../score/journal';
import type { Score } from '../score/score';
import { type HeardEvent, perform, type UnreadBody } from './perform';

/** Makes the Score of what a journal says was heard, in the slots in which it was heard. */
export function replay(journal: ScoreJournal, mapping: Mapping): Score {
  const heard: HeardEvent[] = [];
  const unreadable: UnreadBody[] = [];
  const ids = new Set<string>();
  for (const [index, { text, receivedAt, slots, ids: noted, passed }] of journal.bodies.entries()) {
    const reading = readBody(text, receivedAt);
    let next = 0;
    for (const event of reading.events) {
      const isNew = !ids.has(event.id) && (noted?.includes(event.id) ?? true);
      if (isNew) ids.add(event.id);
      const slot = isNew ? (slots[next++] ?? 0) : 0;
      heard.push({ event, slot, wasHeard: !isNew, ...(passed !== undefined && { passed }) });
    }
    unreadable.push(...reading.unreadable.map(({ reason }) => ({ index, reason })));
  }
  return perform({ mapping, seed: journal.seed, heard, unreadable, links: journal.links });
}
