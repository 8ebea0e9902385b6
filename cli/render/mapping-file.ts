import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { loadMapping, type Mapping } from '../../src/lib/core/mapping/mapping';
import { MappingError } from '../../src/lib/core/mapping/mapping-error';
import { inputFile } from '../local/input-file';
import { UsageError } from '../local/usage-error';

const DEFAULT = resolve(import.meta.dirname, '../../mappings/default.json');

/**
 * Loads a mapping file, or the default one.
 *
 * @throws UsageError when it is missing, not JSON, or not a valid mapping.
 */
export function mappingFile(name: string | null): Mapping {
  const path = name === null ? DEFAULT : inputFile(name);
  try {
    return loadMapping(parsed(readFileSync(path, 'utf8'), name ?? DEFAULT));
  } catch (error) {
    if (!(error instanceof MappingError)) throw error;
    const [problem] = error.problems;
    const more = error.problems.length > 1 ? ` (and ${error.problems.length - 1} more)` : '';
    const sentence = `${problem?.path || 'it'} ${problem?.reason ?? 'is not a mapping'}${more}`;
    throw new UsageError(`the mapping "${name ?? DEFAULT}": ${sentence}`, problem?.remedy ?? '');
  }
}

function parsed(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(`the mapping "${name}" is not JSON`, 'Check its commas and brackets.');
  }
}
