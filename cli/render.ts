import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { perform } from '../src/lib/core/compose/perform';
import { midiFile } from '../src/lib/core/score/midi-file';
import type { Score } from '../src/lib/core/score/score';
import { writeScore } from '../src/lib/core/score/score-writer';
import { fileText, inputFile } from './local/input-file';
import { UsageError } from './local/usage-error';
import { readEvents, readQueuedBodies } from './render/event-files';
import { mappingFile } from './render/mapping-file';
import { HELP, type RenderOptions, renderOptions } from './render/render-options';
import { summaryOf } from './render/summary';

async function render(options: RenderOptions): Promise<Score> {
  const mapping = mappingFile(options.mapping);
  const texts = await Promise.all(options.files.map(inputFile).map(fileText));
  const found = options.bodies ? readQueuedBodies(texts) : readEvents(texts, options);
  return perform({ mapping, seed: options.seed, ...found });
}

const ROOT = resolve(import.meta.dirname, '..');

/** npm runs its scripts in the project's folder; names on its command line mean the folder where it was called. */
function calledFrom(): string {
  const here = process.cwd();
  return here === ROOT ? (process.env['INIT_CWD'] ?? here) : here;
}

/** `-` is standard output. */
function write(name: string, content: string | Uint8Array): void {
  if (name === '-') {
    process.stdout.write(content);
    return;
  }
  const path = resolve(calledFrom(), name);
  try {
    writeFileSync(path, content);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(
      `"${name}" cannot be written: ${reason}`,
      'Name a file in a folder that exists.',
    );
  }
}

function deliver(score: Score, { score: scoreName, midi: midiName }: RenderOptions): void {
  if (midiName !== null) write(midiName, midiFile(score));
  if (scoreName !== null) write(scoreName, writeScore(score));
  if (scoreName === null && midiName === null) process.stdout.write(summaryOf(score));
}

/** The exit code: 0, also with unreadable bodies; 2 for a wrong call. */
async function main(args: readonly string[]): Promise<number> {
  try {
    const options = renderOptions(args);
    if (options.help) process.stdout.write(HELP);
    else deliver(await render(options), options);
    return 0;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.toldBy('npm run render')}\n`);
    return 2;
  }
}

process.exitCode = await main(process.argv.slice(2));
