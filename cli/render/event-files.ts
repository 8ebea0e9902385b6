import type { EpochMs } from '../../src/lib/core/event/aws-event';
import type { FilePart } from '../../src/lib/core/event/file/file-part';
import { readPart } from '../../src/lib/core/event/file/read-part';
import { partsOfFile } from '../../src/lib/core/event/file-bodies';
import type { HeardEvent, UnreadBody } from '../../src/lib/core/compose/perform';
import { schedule, type ScheduleOptions } from '../../src/lib/core/compose/schedule';

/** Everything that was found in the files. */
export interface Found {
  readonly heard: readonly HeardEvent[];
  readonly unreadable: readonly UnreadBody[];
}

/** Reads the texts of event files; events are heard in order of event time. */
export function readEvents(texts: readonly string[], options: ScheduleOptions): Found {
  const { events, unreadable } = readParts(
    texts.flatMap(partsOfFile).filter(({ kind }) => kind !== 'seed'),
  );
  const scheduled = schedule(events, ({ event }) => event.time, options);
  const heard = scheduled.map(({ item, slot }) => ({ event: item.event, slot }));
  return { heard, unreadable };
}

/** Reads texts whose lines are JSON strings, each one a message body; body n is heard in slot n. */
export function readQueuedBodies(texts: readonly string[]): Found {
  const lines = texts.flatMap((text) => text.split(/\r?\n/)).filter((line) => line.trim() !== '');
  const damaged: UnreadBody[] = [];
  const bodies = lines.map((line, index): FilePart | null => {
    const text = stringIn(line);
    if (text !== null) return { kind: 'body', text, line: index + 1 };
    damaged.push({ index, reason: 'the line is not a JSON string that holds a message body' });
    return null;
  });
  const { events, unreadable } = readParts(bodies);
  return {
    heard: events.map(({ event, index }) => ({ event, slot: index, body: index })),
    unreadable: [...damaged, ...unreadable].sort((a, b) => a.index - b.index),
  };
}

/** An event without a time of its own takes that of the latest before it. */
function readParts(parts: readonly (FilePart | null)[]) {
  let latest: EpochMs = 0;
  const events: { event: HeardEvent['event']; index: number }[] = [];
  const unreadable: UnreadBody[] = [];
  for (const [index, part] of parts.entries()) {
    if (part === null) continue;
    const reading = readPart(part, latest);
    for (const event of reading.events) {
      events.push({ event, index });
      latest = Math.max(latest, event.time);
    }
    for (const { reason } of reading.unreadable) unreadable.push({ index, reason });
  }
  return { events, unreadable };
}

function stringIn(line: string): string | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'string' ? value : null;
  } catch {
    return null;
  }
}
