import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Folders that the templates are made of, from the project's root. */
const INGREDIENTS = ['amplify', 'src/lib/core/mapping', 'src/lib/core/cloud', 'mappings'];
const SETTINGS = ['package-lock.json'];
/** The code of the functions is no part of a template. */
const CODE = /\/amplify\/(?:functions|policy)\/|\/amplify\/[^/]+\/[^/]+\/(?!resource\.ts$)/;
const CONSTRUCTS = /\/amplify\/feed\/taps\//;

/** A hex digest of everything that goes into the templates: while it is the same, they are. */
export async function synthDigest(root: string, salt: string): Promise<string> {
  const listed = await Promise.all(INGREDIENTS.map((folder) => filesUnder(join(root, folder))));
  const files = [...listed.flat(), ...SETTINGS.map((file) => join(root, file))].sort();
  const hash = createHash('sha256').update(salt);
  for (const file of files)
    hash.update(file.slice(root.length)).update(await readFile(file).catch(() => ''));
  return hash.digest('hex').slice(0, 16);
}

async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter(({ name }) => /\.(?:ts|json|yaml)$/.test(name) && !name.endsWith('.test.ts'))
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !CODE.test(path) || CONSTRUCTS.test(path));
}
