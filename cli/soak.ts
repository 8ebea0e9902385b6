import { stopSignal } from './local/stop';
import { UsageError } from './local/usage-error';
import { HELP, soakOptions } from './soak/soak-options';
import { soak } from './soak/soak-run';

const MINUTE_MS = 60_000;

/** The exit code: 0 where every message was journaled exactly once, 1 where not. */
async function main(args: readonly string[]): Promise<number> {
  const options = soakOptions(args);
  if (options.help) {
    console.log(HELP);
    return 0;
  }
  const limit = AbortSignal.timeout(options.limitMinutes * MINUTE_MS);
  const result = await soak(
    options,
    (line) => console.error(line),
    AbortSignal.any([stopSignal(), limit]),
  );
  if (result.sent < options.messages) console.error('It was stopped before the end.');
  console.log(JSON.stringify(result));
  const { sent, lost, doubled } = result;
  return sent === options.messages && lost === 0 && doubled === 0 ? 0 : 1;
}

/** Clear lines for a person; 2 for a wrong call, 1 for a failure. */
function failed(error: unknown): number {
  if (error instanceof UsageError) {
    console.error(error.toldBy('npm run soak'));
    return 2;
  }
  console.error(`npm run soak: ${error instanceof Error ? error.message : error}`);
  return 1;
}

process.exit(await main(process.argv.slice(2)).catch(failed));
