import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { loadMapping } from '../../src/lib/core/mapping/load-mapping';
import type { Mapping } from '../../src/lib/core/mapping/mapping';

const FOLDER = resolve(import.meta.dirname, '../../mappings');

/**
 * The mapping that the settings name.
 * @throws MappingError when it is not valid: then nothing is deployed
 */
export function mappingInForce(name: string): Mapping {
  return loadMapping(JSON.parse(readFileSync(resolve(FOLDER, `${name}.json`), 'utf8')));
}
