import { parseArgs } from 'node:util';
import { UsageError } from '../local/usage-error';

/** What `npm run mappings` was asked to do. */
export interface MappingsOptions {
  readonly help: boolean;
  /** The folder of mappings; null for the project's own. */
  readonly folder: string | null;
  /** Files of events; null for the project's own samples. */
  readonly samples: readonly string[] | null;
}

const RESOLUTION = 'Run `npm run mappings -- --help` to see how it is called.';

const FLAGS = {
  help: { type: 'boolean', short: 'h' },
  samples: { type: 'boolean' },
} as const;

/**
 * Reads the arguments of `npm run mappings`: names before `--samples` are folders, those after it files of events.
 *
 * @throws UsageError for an unknown option, more than one folder, and `--samples` without a file.
 */
export function mappingsOptions(args: readonly string[]): MappingsOptions {
  const { values, tokens } = parse(args);
  const from = tokens.find((token) => token.kind === 'option' && token.name === 'samples')?.index;
  const names = tokens.filter((token) => token.kind === 'positional');
  const [folder = null, ...more] = names.filter(({ index }) => index < (from ?? Infinity));
  const samples = names.filter(({ index }) => index > (from ?? Infinity));
  if (more.length > 0) throw new UsageError('name one folder of mappings', RESOLUTION);
  if (from !== undefined && samples.length === 0)
    throw new UsageError('name a file of events after --samples', RESOLUTION);
  return {
    help: values.help ?? false,
    folder: folder?.value ?? null,
    samples: from === undefined ? null : samples.map(({ value }) => value),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: FLAGS, allowPositionals: true, tokens: true });
  } catch (error) {
    const [sentence = ''] = String(error instanceof Error ? error.message : error).split('. ');
    throw new UsageError(sentence, RESOLUTION);
  }
}

export const HELP = `npm run mappings -- [FOLDER] [--samples FILE…]

Checks every mapping of a folder (mappings/ unless told), and says how many sample events each of
its rules catches, which rules no sample reaches, and which are shadowed: all that they match is
taken by rules before them.

  --samples FILE…  files of events instead of the project's own samples: EventBridge JSON lines,
                   CloudTrail records and log files, event history as JSON or CSV, .gz or not
  --help           print this

Ends with 0 when all mappings are valid, with 1 when one is not, with 2 for a wrong call.
`;
