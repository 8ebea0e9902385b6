import type { EpochMs } from '../../src/lib/core/event/aws-event';
import { OptionReader } from './option-reader';

/** What `npm start` was asked to do. */
export interface StartOptions {
  readonly help: boolean;
  /** Files to feed instead of the model's day, as they were named. */
  readonly replay: readonly string[];
  /** How many times faster than recorded a replay runs. */
  readonly speed: number;
  /** The port of the site; 0 takes any free one. */
  readonly port: number;
  /** A steady mean rate for the feed in events a second; null plays the scenarios. */
  readonly ratePerSecond: number | null;
  /** Decides the model's events and their ids: the same seed gives the same day, which an open page has heard. */
  readonly seed: number;
  /** Print the address and nothing else. */
  readonly quiet: boolean;
}

export const DEFAULT_PORT = 4173;
const MAX_SEED = 2 ** 31;

/**
 * A seed that no start before had: the whole seconds of the clock. A round of the feed, which counts the seed up by
 * one, lasts longer than a second, so that later starts stay ahead.
 */
export function seedAt(time: EpochMs): number {
  return Math.floor(time / 1_000) % MAX_SEED;
}

const OPTIONS = new OptionReader('npm start');

const FLAGS = {
  help: { type: 'boolean', short: 'h' },
  replay: { type: 'string', multiple: true },
  speed: { type: 'string' },
  port: { type: 'string' },
  rate: { type: 'string' },
  seed: { type: 'string' },
  quiet: { type: 'boolean' },
} as const;

/**
 * Reads the arguments of `npm start`. Every name after `--replay` that is not an option is one more file.
 *
 * @param freshSeed the seed where none is named.
 * @throws UsageError for an unknown option, a value out of range, or options that exclude each other.
 */
export function startOptions(args: readonly string[], freshSeed: number): StartOptions {
  const { values, positionals } = OPTIONS.parse(args, FLAGS);
  const { replay, rate, seed, speed = '1', port = String(DEFAULT_PORT) } = values;
  if (!replay && positionals.length > 0)
    OPTIONS.refuse(`"${positionals[0]}"`, 'is no option; files are named after --replay');
  if (!replay && values.speed !== undefined) OPTIONS.refuse('--speed', 'belongs to --replay');
  if (replay && rate !== undefined) OPTIONS.refuse('--rate', 'does not go with --replay');
  if (replay && seed !== undefined) OPTIONS.refuse('--seed', 'does not go with --replay');
  return {
    help: values.help ?? false,
    replay: replay ? [...replay, ...positionals] : [],
    speed: OPTIONS.number('--speed', speed, 0.01, 100_000),
    port: OPTIONS.whole('--port', port, 0, 65_535),
    ratePerSecond: rate === undefined ? null : OPTIONS.number('--rate', rate, 0, 1_000),
    seed: seed === undefined ? freshSeed : OPTIONS.whole('--seed', seed, 0, MAX_SEED),
    quiet: values.quiet ?? false,
  };
}

export const HELP = `npm start [-- OPTIONS]

Starts a queue, a feed of events and the site on this machine, and prints the site's address.

  --replay FILE…   feed these files instead of the model's day: EventBridge JSON lines,
                   CloudTrail records and log files, event history as JSON or CSV,
                   .gz or not, in order of event time
  --speed X        how many times faster than recorded the replay runs (1)
  --port N         the site's port (${DEFAULT_PORT}; 0 takes any free one)
  --rate R         feed R events a second, steadily, instead of scenarios; 0 feeds none
  --seed N         the seed of the day; without it another day at each start, whose seed is said
  --quiet          print the address and nothing else
  --help           print this
`;
