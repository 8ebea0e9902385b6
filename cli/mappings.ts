import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { AwsEvent } from '../src/lib/core/event/aws-event';
import { loadMapping } from '../src/lib/core/mapping/load-mapping';
import { MappingError } from '../src/lib/core/mapping/mapping-error';
import { UsageError } from './local/usage-error';
import { mappingFiles } from './mappings/mapping-files';
import { mappingReport, problemReport } from './mappings/mapping-report';
import { HELP, type MappingsOptions, mappingsOptions } from './mappings/mappings-options';
import { sampleEvents } from './mappings/sample-events';

/** Prints what a mapping file does, or what is wrong with it. Gives whether it is valid. */
function check(path: string, events: readonly AwsEvent[]): boolean {
  const name = relative(process.cwd(), path);
  try {
    const mapping = loadMapping(JSON.parse(readFileSync(path, 'utf8')));
    console.log(mappingReport(name, mapping, events));
    return true;
  } catch (error) {
    console.log(problemReport(name, problemsOf(error)));
    return false;
  }
}

function problemsOf(error: unknown) {
  if (error instanceof MappingError) return error.problems;
  if (!(error instanceof SyntaxError)) throw error;
  const remedy = `Look for a comma or a bracket: ${error.message}.`;
  return [{ path: '', reason: 'is not JSON', remedy }];
}

async function report({ folder, samples }: MappingsOptions): Promise<number> {
  const paths = mappingFiles(folder);
  const events = await sampleEvents(samples);
  return paths.map((path) => check(path, events)).every(Boolean) ? 0 : 1;
}

/** The exit code: 0 when all mappings are valid, 1 when one is not, 2 for a wrong call. */
async function main(args: readonly string[]): Promise<number> {
  try {
    const options = mappingsOptions(args);
    if (!options.help) return await report(options);
    console.log(HELP);
    return 0;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(`npm run mappings: ${error.message}. ${error.resolution}`);
    return 2;
  }
}

// A reader such as `head` may leave before all is said.
process.stdout.once('error', () => process.exit());
process.exitCode = await main(process.argv.slice(2));
