import { resolve } from 'node:path';
import { OptionReader } from '../local/option-reader';
import { UsageError } from '../local/usage-error';

export const HELP = `npm run synth -- --out DIR

Writes the CloudFormation templates of the whole backend as DIR/<stack>.template.json,
and the connector's beside them. Needs no credentials and no network.

  --out DIR   the folder to write to; it is made where it is missing
  --help      this help`;

export type SynthOptions = { readonly help: true } | { readonly help: false; readonly out: string };

/** @throws UsageError for an unknown option, a name too many, or no folder. */
export function synthOptions(args: readonly string[]): SynthOptions {
  const reader = new OptionReader('npm run synth');
  const { values, positionals } = reader.parse(args, {
    out: { type: 'string' },
    help: { type: 'boolean' },
  });
  if (values.help) return { help: true };
  const [extra] = positionals;
  if (extra !== undefined)
    throw new UsageError(`"${extra}" has no meaning here`, 'Name the folder with --out DIR.');
  if (values.out === undefined || values.out === '')
    throw new UsageError('no folder is named', 'Name one with --out DIR.');
  return { help: false, out: resolve(values.out) };
}
