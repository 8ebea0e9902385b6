import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { forgetOld, once } from './once';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'once-'));
});
afterEach(() => rm(folder, { recursive: true }));

const DAY_MS = 86_400_000;

describe('a folder that is made once', () => {
  it('is made by one of those who ask for it at the same time', async () => {
    let made = 0;
    const make = async (draft: string) => {
      made += 1;
      await writeFile(join(draft, 'file'), 'whole');
    };
    await Promise.all([1, 2, 3].map(() => once(join(folder, 'x'), make)));
    await once(join(folder, 'x'), make);
    expect(made).toBe(1);
    expect(await readFile(join(folder, 'x/file'), 'utf8')).toBe('whole');
    expect(await readdir(folder)).toEqual(['x']);
  });

  it('is not there when its making failed, and can be made again', async () => {
    const failing = once(join(folder, 'x'), () => Promise.reject(new Error('no')));
    await expect(failing).rejects.toThrow('no');
    expect(await readdir(folder)).toEqual([]);
    await once(join(folder, 'x'), async () => {});
    expect(await readdir(folder)).toEqual(['x']);
  });

  it('is forgotten when it is old, and only then', async () => {
    await writeFile(join(folder, 'new'), '');
    await writeFile(join(folder, 'old'), '');
    const before = new Date(Date.now() - 2 * DAY_MS);
    await utimes(join(folder, 'old'), before, before);
    await forgetOld(folder, DAY_MS);
    expect(await readdir(folder)).toEqual(['new']);
  });
});
