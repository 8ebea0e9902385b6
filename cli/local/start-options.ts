import { parseArgs } from 'node:util';
import { UsageError } from './usage-error';

/** What `npm start` was asked to do. */
export interface StartOptions {
  readonly help: boolean;
  /** Files to feed instead of the model's day, as they were named. */
  readonly replay: readonly string[];
  /** How many times faster than recorded a replay runs. */
  readonly speed: number;
  /** The port of the site; 0 takes any free one. */
  readonly port: number;
  /** A steady mean rate for the feed in events a second; null follows the day. */
  readonly ratePerSecond: number | null;
  readonly seed: number;
  /** Print the address and nothing else. */
  readonly quiet: boolean;
}

export const DEFAULT_PORT = 4173;

const RESOLUTION = 'Run `npm start -- --help` to see the options.';

const FLAGS = {
  help: { type: 'boolean', short: 'h' },
  replay: { type: 'string', multiple: true },
  speed: { type: 'string' },
  port: { type: 'string' },
  rate: { type: 'string' },
  seed: { type: 'string' },
  quiet: { type: 'boolean' },
} as const;

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: FLAGS, allowPositionals: true, strict: true });
  } catch (error) {
    const [sentence = ''] = String(error instanceof Error ? error.message : error).split(/\.\s/);
    throw new UsageError(sentence, RESOLUTION);
  }
}

function number(flag: string, text: string, min: number, max: number): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value) || value < min || value > max)
    throw new UsageError(`${flag} wants a number from ${min} to ${max}, not "${text}"`, RESOLUTION);
  return value;
}

function whole(flag: string, text: string, min: number, max: number): number {
  const value = number(flag, text, min, max);
  if (Number.isInteger(value)) return value;
  throw new UsageError(`${flag} wants a whole number, not "${text}"`, RESOLUTION);
}

function refuse(flag: string, because: string): never {
  throw new UsageError(`${flag} ${because}`, RESOLUTION);
}

/**
 * Reads the arguments of `npm start`. Every name after `--replay` that is not an option is one more file.
 *
 * @throws UsageError for an unknown option, a value out of range, or options that exclude each other.
 */
export function startOptions(args: readonly string[]): StartOptions {
  const { values, positionals } = parse(args);
  const replay = values.replay ? [...values.replay, ...positionals] : [];
  if (!values.replay && positionals.length > 0)
    refuse(`"${positionals[0]}"`, 'is no option; files are named after --replay');
  if (!values.replay && values.speed !== undefined) refuse('--speed', 'belongs to --replay');
  if (values.replay && values.rate !== undefined) refuse('--rate', 'does not go with --replay');
  if (values.replay && values.seed !== undefined) refuse('--seed', 'does not go with --replay');
  return {
    help: values.help ?? false,
    replay,
    speed: number('--speed', values.speed ?? '1', 0.01, 100_000),
    port: whole('--port', values.port ?? String(DEFAULT_PORT), 0, 65_535),
    ratePerSecond: values.rate === undefined ? null : number('--rate', values.rate, 0, 1_000),
    seed: whole('--seed', values.seed ?? '1', 0, 2 ** 31),
    quiet: values.quiet ?? false,
  };
}

export const HELP = `npm start [-- OPTIONS]

Starts a queue, a feed of events and the site on this machine, and prints the site's address.

  --replay FILE…   feed these files instead of the model's day: EventBridge JSON lines,
                   CloudTrail records and log files, .gz or not, in order of event time
  --speed X        how many times faster than recorded the replay runs (1)
  --port N         the site's port (${DEFAULT_PORT}; 0 takes any free one)
  --rate R         feed R events a second, steadily, instead of the day; 0 feeds none
  --seed S         the seed of the day (1)
  --quiet          print the address and nothing else
  --help           print this
`;
