import { playScenario } from '../../src/lib/source/demo/play-scenario';
import { SCENARIOS, type ScenarioName } from '../../src/lib/source/demo/scenarios';
import { steadyTraffic } from '../../src/lib/source/demo/traffic';
import { playFeed, type FeedItem, type FeedStage } from './feed';
import { replayOfFiles, type Replay } from './replay';
import type { StartOptions } from './start-options';

/** What is fed, in words, and the doing of it. */
export interface Feeder {
  readonly description: string;
  /** Feeds until it ends or the signal aborts; tells when it has ended or begins again. */
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

function lengthOf(items: readonly FeedItem[]): string {
  const seconds = Math.round((items.at(-1)?.atMs ?? 0) / 1_000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

function contentsOf({ events, unreadable }: Replay): string {
  const counted = events === 1 ? '1 event' : `${events} events`;
  if (unreadable === 0) return counted;
  return `${counted} and ${unreadable} ${unreadable === 1 ? 'entry' : 'entries'} that cannot be read`;
}

/** Begins when somebody listens; once at its end, begins again when the listeners have left and one comes. */
function replayed(replay: Replay, speed: number): Feeder {
  const contents = contentsOf(replay);
  return {
    description: `Replays ${contents} at speed ${speed}: ${lengthOf(replay.items)}. It begins when a page listens, and after its end again when one comes back after a while.`,
    async run(stage, say) {
      const { audience, signal } = stage;
      for (let round = 0; !signal.aborted; round++) {
        await audience.arrival(signal);
        if (round > 0 && !signal.aborted) say('The replay begins again.');
        const how = await playFeed(replay.items, 'wait', stage);
        if (how === 'end') say(`The replay has ended: it fed ${contents}.`);
        await audience.departure(signal);
        if (!signal.aborted) await stage.clear();
      }
    },
  };
}

/**
 * The feeder that the options ask for. `files` are the paths to replay.
 *
 * @throws UsageError when there is nothing to replay in them.
 */
export async function feederFor(options: StartOptions, files: readonly string[]): Promise<Feeder> {
  const { ratePerSecond: rate, seed, speed } = options;
  if (files.length > 0) return replayed(await replayOfFiles(files, speed), speed);
  if (rate === 0) return { description: 'Nothing is fed.', run: async () => undefined };
  const again = `${MODEL_LASTS}\nTo hear the same again: --seed ${seed}`;
  if (rate !== null)
    return endless(
      `Feeds ${rate} events a second from a model of a small cloud. ${again}`,
      (round) => steadyTraffic(seed + round, Date.now(), rate),
    );
  const titles = SCENARIOS.map(({ title }) => title).join(', ');
  return endless(
    `Feeds the scenarios of a small cloud, one after the other: ${titles}. ${again}`,
    (round) => playScenario(scenarioOf(round), seed + round, Date.now()),
  );
}

function scenarioOf(round: number): ScenarioName {
  return SCENARIOS[round % SCENARIOS.length]?.name ?? 'calm-day';
}
