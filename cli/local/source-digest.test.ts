import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { sourceDigest } from './source-digest';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'digest-'));
  mkdirSync(join(root, 'src/lib'), { recursive: true });
  writeFileSync(join(root, 'src/lib/a.ts'), 'one');
});
afterEach(() => rmSync(root, { recursive: true }));

it('a digest of the sources changes with a file, a name, a setting and the salt, and with nothing else', async () => {
  const first = await sourceDigest(root, 'salt');
  expect(await sourceDigest(root, 'salt')).toBe(first);
  writeFileSync(join(root, 'src/lib/a.test.ts'), 'a test');
  writeFileSync(join(root, 'README.md'), 'words');
  expect(await sourceDigest(root, 'salt')).toBe(first);

  const seen = new Set([first, await sourceDigest(root, 'other salt')]);
  writeFileSync(join(root, 'src/lib/a.ts'), 'two');
  seen.add(await sourceDigest(root, 'salt'));
  writeFileSync(join(root, 'src/lib/b.ts'), '');
  seen.add(await sourceDigest(root, 'salt'));
  writeFileSync(join(root, 'svelte.config.js'), 'export default {}');
  seen.add(await sourceDigest(root, 'salt'));
  expect(seen.size).toBe(5);
});
