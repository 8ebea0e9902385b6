import { bodiesOfFile } from '../../src/lib/core/event/file-bodies';
import { readBody } from '../../src/lib/core/event/read-body';
import type { FeedItem } from './feed';
import { fileText } from './input-file';

/** A longer silence than this would sound like a broken replay. */
const LONGEST_SILENCE_MS = 10_000;

interface Message {
  readonly body: string;
  /** When its event happened; null where nothing told. */
  readonly time: number | null;
}

/**
 * A body as EventBridge would have delivered it: one message for each event in it. A body that holds one event goes
 * on as it is, and so does one that cannot be read, so that the listener sees it and why.
 */
function messages(body: string): Message[] {
  const { events, unreadable } = readBody(body, 0);
  const times = events.map(({ mended, time }) => (mended.includes('time') ? null : time));
  if (events.length + unreadable.length <= 1) return [{ body, time: times[0] ?? null }];
  return [
    ...events.map(({ envelope }, index) => ({
      body: JSON.stringify(envelope),
      time: times[index] ?? null,
    })),
    ...unreadable.map(({ head }) => ({ body: head, time: null })),
  ];
}

/** Orders by time; a message without one stays behind the message it followed. */
function inOrder(all: readonly Message[]): { body: string; time: number }[] {
  let last = all.find(({ time }) => time !== null)?.time ?? 0;
  const timed = all.map(({ body, time }) => ({ body, time: (last = time ?? last) }));
  return timed.sort((a, b) => a.time - b.time);
}

/** Lays messages on the feed's clock: their own distances divided by the speed, long silences cut short. */
export function replayItems(bodies: readonly string[], speed: number): FeedItem[] {
  const ordered = inOrder(bodies.flatMap(messages));
  let atMs = 0;
  let before = ordered[0]?.time ?? 0;
  return ordered.map(({ body, time }) => {
    atMs += Math.min(LONGEST_SILENCE_MS, (time - before) / speed);
    before = time;
    return { atMs, body };
  });
}

/** Everything in the files, in order of event time, as one feed. */
export async function replayOf(paths: readonly string[], speed: number): Promise<FeedItem[]> {
  const bodies: string[] = [];
  for (const path of paths)
    for (const body of bodiesOfFile(await fileText(path))) bodies.push(body);
  return replayItems(bodies, speed);
}
