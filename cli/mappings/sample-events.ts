import { SAMPLES } from '../../mappings/samples/all-samples';
import type { AwsEvent } from '../../src/lib/core/event/aws-event';
import { bodiesOfFile } from '../../src/lib/core/event/file-bodies';
import { readBody } from '../../src/lib/core/event/read-body';
import { fileText, inputFile } from '../local/input-file';

/** The time of events that tell none. */
const UNTOLD = 0;

/**
 * The events of files; without files, of the project's own samples.
 *
 * @throws UsageError when a file is missing.
 */
export async function sampleEvents(files: readonly string[] | null): Promise<AwsEvent[]> {
  const bodies = files === null ? ownBodies() : await bodiesOf(files);
  return bodies.flatMap((body) => readBody(body, UNTOLD).events);
}

function ownBodies(): string[] {
  return SAMPLES.flatMap(({ catches, misses }) => [...catches, ...misses.map(([one]) => one)]).map(
    (body) => JSON.stringify(body),
  );
}

async function bodiesOf(files: readonly string[]): Promise<string[]> {
  const texts = await Promise.all(files.map(inputFile).map(fileText));
  return texts.flatMap(bodiesOfFile);
}
