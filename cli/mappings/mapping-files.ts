import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { UsageError } from '../local/usage-error';

const OWN = resolve(import.meta.dirname, '../../mappings');
const SCHEMA = 'schema.json';

/**
 * The paths of a folder's mappings, in the order of their names: all its JSON files but the schema. A folder is looked
 * for in the working directory, then where npm was called; a single file stands for itself.
 *
 * @param name null for the project's own folder
 * @throws UsageError when there is no such folder, or no mapping in it.
 */
export function mappingFiles(name: string | null): string[] {
  const path = name === null ? OWN : found(name);
  if (!statSync(path).isDirectory()) return [path];
  const files = readdirSync(path).filter((file) => file.endsWith('.json') && file !== SCHEMA);
  if (files.length === 0)
    throw new UsageError(`there is no mapping in "${path}"`, 'Name a folder of JSON files.');
  return files.sort().map((file) => join(path, file));
}

function found(name: string): string {
  const places = [process.cwd(), process.env['INIT_CWD'] ?? process.cwd()];
  const path = places.map((place) => resolve(place, name)).find((place) => existsSync(place));
  if (path === undefined) throw new UsageError(`there is no folder "${name}"`, 'Check the path.');
  return path;
}
