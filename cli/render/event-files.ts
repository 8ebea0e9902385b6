import type { EpochMs } from '../../src/lib/core/event/aws-event';
import { bodiesOfFile } from '../../src/lib/core/event/file-bodies';
import { readBody } from '../../src/lib/core/event/read-body';
import type { HeardEvent, UnreadBody } from '../../src/lib/core/compose/perform';
import { schedule, type ScheduleOptions } from '../../src/lib/core/compose/schedule';

/** Everything that was found in the files. */
export interface Found {
  readonly heard: readonly HeardEvent[];
  readonly unreadable: readonly UnreadBody[];
}

/** Reads the texts of event files; events are heard in order of event time. */
export function readEvents(texts: readonly string[], options: ScheduleOptions): Found {
  const { events, unreadable } = readBodies(texts.flatMap(bodiesOfFile));
  const scheduled = schedule(events, ({ event }) => event.time, options);
  const heard = scheduled.map(({ item, slot }) => ({ event: item.event, slot }));
  return { heard, unreadable };
}

/** Reads texts whose lines are JSON strings, each one a message body; body n is heard in slot n. */
export function readQueuedBodies(texts: readonly string[]): Found {
  const lines = texts.flatMap((text) => text.split(/\r?\n/)).filter((line) => line.trim() !== '');
  const damaged: UnreadBody[] = [];
  const bodies = lines.map((line, index) => {
    const body = stringIn(line);
    if (body === null)
      damaged.push({ index, reason: 'the line is not a JSON string that holds a message body' });
    return body;
  });
  const { events, unreadable } = readBodies(bodies);
  return {
    heard: events.map(({ event, index }) => ({ event, slot: index, body: index })),
    unreadable: [...damaged, ...unreadable].sort((a, b) => a.index - b.index),
  };
}

/** An event without a time of its own takes that of the latest before it. */
function readBodies(bodies: readonly (string | null)[]) {
  let latest: EpochMs = 0;
  const events: { event: HeardEvent['event']; index: number }[] = [];
  const unreadable: UnreadBody[] = [];
  for (const [index, body] of bodies.entries()) {
    if (body === null) continue;
    const reading = readBody(body, latest);
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
