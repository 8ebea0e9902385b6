import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What the built site is made of, from the project's root. */
const INGREDIENTS = ['src', 'static', 'mappings'];
const SETTINGS = [
  'package-lock.json',
  'svelte.config.js',
  'tsconfig.json',
  'vite.config.ts',
  'cli/local/site.ts',
];

async function filesUnder(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true }).catch(
    () => [],
  );
  return entries
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** A hex digest of everything that goes into the site, so that an unchanged site is not built again. */
export async function sourceDigest(root: string, salt: string): Promise<string> {
  const listed = await Promise.all(INGREDIENTS.map((folder) => filesUnder(root, folder)));
  const files = [...listed.flat(), ...SETTINGS.map((file) => join(root, file))].sort();
  const hash = createHash('sha256').update(salt);
  for (const file of files)
    hash.update(file.slice(root.length)).update(await readFile(file).catch(() => ''));
  return hash.digest('hex').slice(0, 16);
}
