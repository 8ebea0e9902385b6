import { cloudDay, cloudTraffic } from '../../src/lib/source/demo/cloud-day';
import { playFeed, type FeedItem, type FeedStage } from './feed';
import type { StartOptions } from './start-options';

/** What is fed, in words, and the doing of it. */
export interface Feeder {
  readonly description: string;
  /** Feeds until it ends or the signal aborts; tells when it has ended. */
  run(stage: FeedStage, say: (line: string) => void): Promise<void>;
}

const MODEL_LASTS =
  'It plays while a page listens, and begins again when one comes back after a while.';

/** Items made anew each time a listener comes: one after the other for as long as somebody is there. */
function endless(description: string, make: (round: number) => Iterable<FeedItem>): Feeder {
  return {
    description,
    async run(stage) {
      for (let round = 0; !stage.signal.aborted; round++) {
        await stage.audience.arrival(stage.signal);
        await playFeed(make(round), 'leave', stage);
      }
    },
  };
}

async function replay(files: readonly string[], speed: number): Promise<Feeder> {
  const { replayOf } = await import('./replay');
  const items = await replayOf(files, speed);
  const seconds = Math.round((items.at(-1)?.atMs ?? 0) / 1000);
  const length = `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
  return {
    description: `Replays ${items.length} messages at speed ${speed}: ${length}. It begins when a page listens.`,
    async run(stage, say) {
      await stage.audience.arrival(stage.signal);
      const how = await playFeed(items, 'wait', stage);
      if (how === 'end') say(`The replay has ended: ${items.length} messages were fed.`);
    },
  };
}

/** The feeder that the options ask for. `files` are the paths to replay. */
export async function feederFor(options: StartOptions, files: readonly string[]): Promise<Feeder> {
  const { ratePerSecond: rate, seed, speed } = options;
  if (files.length > 0) return replay(files, speed);
  if (rate === 0) return { description: 'Nothing is fed.', run: async () => undefined };
  if (rate !== null)
    return endless(
      `Feeds ${rate} events a second from a model of a small cloud. ${MODEL_LASTS}`,
      (round) => cloudTraffic(seed + round, Date.now(), rate),
    );
  return endless(
    `Feeds a day in the life of a small cloud, four minutes long, one after the other. ${MODEL_LASTS}`,
    (round) => cloudDay(seed + round, Date.now()),
  );
}
