import { bodiesOfFile } from '../../src/lib/core/event/file-bodies';
import { readBody } from '../../src/lib/core/event/read-body';
import type { FeedItem } from './feed';
import { fileText } from './input-file';
import { messageText } from './message-text';
import { UsageError } from './usage-error';

/** A longer silence than this would sound like a broken replay. */
const LONGEST_SILENCE_MS = 10_000;

interface Message {
  readonly body: string;
  /** When its event happened; null where nothing told. */
  readonly time: number | null;
  readonly readable: boolean;
}

/**
 * A body as EventBridge would have delivered it: one message for each event in it. A body that holds one event goes
 * on as it is, and so does one that cannot be read, so that the listener sees it and why.
 */
function messagesOf(body: string): Message[] {
  const { events, unreadable } = readBody(body, 0);
  const times = events.map(({ mended, time }) => (mended.includes('time') ? null : time));
  if (events.length + unreadable.length <= 1)
    return [{ body, time: times[0] ?? null, readable: events.length === 1 }];
  return [
    ...events.map(({ envelope }, index) => ({
      body: JSON.stringify(envelope),
      time: times[index] ?? null,
      readable: true,
    })),
    ...unreadable.map(({ head }) => ({ body: head, time: null, readable: false })),
  ];
}

/** Orders by time; a message without one stays behind the message it followed. */
function inOrder(all: readonly Message[]): { body: string; time: number }[] {
  let last = all.find(({ time }) => time !== null)?.time ?? 0;
  const timed = all.map(({ body, time }) => ({ body, time: (last = time ?? last) }));
  return timed.sort((a, b) => a.time - b.time);
}

/** What files hold, as one feed. */
export interface Replay {
  readonly items: readonly FeedItem[];
  readonly events: number;
  /** How many entries no event could be read from; they are fed all the same. */
  readonly unreadable: number;
}

/** Lays bodies on one feed's clock, in order of event time. */
export function replayOf(bodies: readonly string[], speed: number): Replay {
  const messages = bodies.flatMap(messagesOf);
  const events = messages.filter(({ readable }) => readable).length;
  return { items: laidOut(messages, speed), events, unreadable: messages.length - events };
}

/** Messages with their own distances divided by the speed, long silences cut short. */
function laidOut(messages: readonly Message[], speed: number): FeedItem[] {
  const ordered = inOrder(messages);
  let atMs = 0;
  let before = ordered[0]?.time ?? 0;
  return ordered.map(({ body, time }) => {
    atMs += Math.min(LONGEST_SILENCE_MS, (time - before) / speed);
    before = time;
    return { atMs, body: messageText(body) };
  });
}

/**
 * Everything in the files, in order of event time.
 *
 * @throws UsageError when no event can be read from any of them.
 */
export async function replayOfFiles(paths: readonly string[], speed: number): Promise<Replay> {
  const bodies: string[] = [];
  for (const path of paths)
    for (const body of bodiesOfFile(await fileText(path))) bodies.push(body);
  const replay = replayOf(bodies, speed);
  if (replay.events === 0) throw nothingIn(paths, bodies);
  return replay;
}

function nothingIn(paths: readonly string[], [first]: readonly string[]): UsageError {
  const names = paths.map((path) => `"${path}"`).join(', ');
  const [because] = first === undefined ? [] : readBody(first, 0).unreadable;
  const reason = because ? `; its first entry: ${because.reason.replace(/\.$/, '')}` : '';
  return new UsageError(
    `there is no event to replay in ${names}${reason}`,
    'Name files of EventBridge events, CloudTrail records or event history.',
  );
}
