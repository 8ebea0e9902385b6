import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { loadMapping } from '../../src/lib/core/mapping/load-mapping';
import type { Mapping } from '../../src/lib/core/mapping/mapping';
import { MappingError, type MappingProblem } from '../../src/lib/core/mapping/mapping-error';
import { inputFile } from '../local/input-file';
import { UsageError } from '../local/usage-error';

const DEFAULT = resolve(import.meta.dirname, '../../mappings/default.json');

/**
 * Loads a mapping file, or the default one.
 *
 * @throws UsageError when it is missing, not JSON, or not a valid mapping: then with every mistake in it.
 */
export function mappingFile(name: string | null): Mapping {
  const path = name === null ? DEFAULT : inputFile(name);
  try {
    return loadMapping(parsed(readFileSync(path, 'utf8'), name ?? DEFAULT));
  } catch (error) {
    if (!(error instanceof MappingError)) throw error;
    throw refusal(name ?? DEFAULT, error.problems.map(sentence));
  }
}

function sentence({ path, reason, remedy }: MappingProblem): string {
  return `${path || 'the file'} ${reason}. ${remedy}`;
}

/** A single mistake is told in the line itself. */
function refusal(name: string, mistakes: readonly string[]): UsageError {
  const [first = ''] = mistakes;
  if (mistakes.length === 1) return new UsageError(`the mapping "${name}" is refused`, first);
  const message = `the mapping "${name}" has ${mistakes.length} mistakes`;
  return new UsageError(message, 'Mend each of these:', mistakes);
}

function parsed(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(`the mapping "${name}" is not JSON`, 'Check its commas and brackets.');
  }
}
