import { relative } from 'node:path';
import { synthesise } from '../amplify/synth';
import { SynthError } from '../amplify/synthesis/synth-error';
import { UsageError } from './local/usage-error';
import { HELP, synthOptions } from './synth/synth-options';

async function synth(out: string): Promise<void> {
  const stacks = Object.entries(await synthesise(out));
  for (const [stack, { Resources }] of stacks)
    console.log(`${stack.padEnd(12)}${Object.keys(Resources).length} resources`);
  console.log(`${stacks.length} templates in ${relative(process.cwd(), out) || '.'}`);
}

/** The exit code: 0 when all templates are written, 1 when the backend is wrong, 2 for a wrong call. */
async function main(args: readonly string[]): Promise<number> {
  try {
    const options = synthOptions(args);
    if (options.help) console.log(HELP);
    else await synth(options.out);
    return 0;
  } catch (error) {
    if (error instanceof UsageError) {
      console.error(error.toldBy('npm run synth'));
      return 2;
    }
    if (!(error instanceof SynthError)) throw error;
    console.error(`npm run synth: ${error.message}\n${error.resolution}`);
    return 1;
  }
}

process.exitCode = await main(process.argv.slice(2));
