import { OptionReader } from '../local/option-reader';
import { UsageError } from '../local/usage-error';

/** What `npm run render` was asked to do. */
export interface RenderOptions {
  readonly help: boolean;
  readonly files: readonly string[];
  /** A mapping file; null for the default one. */
  readonly mapping: string | null;
  readonly seed: number;
  readonly speed: number;
  readonly maxGapSeconds: number;
  /** Where the Score goes, `-` for standard output; null for nowhere. */
  readonly score: string | null;
  /** Where the MIDI file goes, as `score`. */
  readonly midi: string | null;
  /** The files hold JSON strings, one a line, each one a message body. */
  readonly bodies: boolean;
}

const OPTIONS = new OptionReader('npm run render');

const FLAGS = {
  help: { type: 'boolean', short: 'h' },
  mapping: { type: 'string' },
  seed: { type: 'string' },
  speed: { type: 'string' },
  'max-gap': { type: 'string' },
  score: { type: 'string' },
  midi: { type: 'string' },
  bodies: { type: 'boolean' },
} as const;

/**
 * Reads the arguments of `npm run render`.
 *
 * @throws UsageError for an unknown option, a value out of range, or no file.
 */
export function renderOptions(args: readonly string[]): RenderOptions {
  const { values, positionals } = OPTIONS.parse(args, FLAGS);
  const help = values.help ?? false;
  if (!help && positionals.length === 0)
    throw new UsageError('no file is named', 'Name at least one file of events.');
  if (values.score === '-' && values.midi === '-')
    OPTIONS.refuse('--midi -', 'does not go with --score -; one of them wants a file');
  return {
    help,
    files: positionals,
    mapping: values.mapping ?? null,
    seed: OPTIONS.whole('--seed', values.seed ?? '1', 0, 2 ** 31),
    speed: OPTIONS.number('--speed', values.speed ?? '1', 0.01, 100_000),
    maxGapSeconds: OPTIONS.number('--max-gap', values['max-gap'] ?? '10', 0, 86_400),
    score: values.score ?? null,
    midi: values.midi ?? null,
    bodies: values.bodies ?? false,
  };
}

export const HELP = `npm run render -- FILE… [OPTIONS]

Makes music from files of events: EventBridge JSON lines, CloudTrail records and log files,
event history as JSON or CSV, .gz or not, in order of event time.

  --score FILE     write the Score as JSON; - prints it, and nothing else
  --midi FILE      write a MIDI file; - writes it to standard output, and nothing else
  --mapping FILE   the rules of what sounds like what (mappings/default.json)
  --seed N         the seed of the music (1)
  --speed X        how many times faster than it happened (1)
  --max-gap S      shorten silences to S seconds of music (10)
  --bodies         the files hold JSON strings, one a line, each one an SQS message body,
                   heard in the order given, one slot after another
  --help           print this

Without --score and --midi a summary is printed. Bodies that cannot be read are in the Score.
`;
