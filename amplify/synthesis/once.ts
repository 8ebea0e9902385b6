import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const LOOK_MS = 100;
/** Longer than any synthesis takes on a busy machine: who holds a lock for longer has died. */
const STALE_MS = 240_000;

/**
 * Has a folder made once, whoever asks for it at the same time: one process makes it under another name and renames
 * it, the others wait.
 * @param make fills the folder that it is given
 */
export async function once(folder: string, make: (folder: string) => Promise<void>): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  const lock = `${folder}.lock`;
  while (!(await exists(folder))) {
    if (await take(lock)) return fill(folder, lock, make);
    await sleep(LOOK_MS);
  }
}

async function fill(
  folder: string,
  lock: string,
  make: (folder: string) => Promise<void>,
): Promise<void> {
  const draft = `${folder}.${process.pid}`;
  try {
    if (await exists(folder)) return;
    await mkdir(draft, { recursive: true });
    await make(draft);
    await rename(draft, folder);
  } finally {
    await rm(draft, { recursive: true, force: true });
    await rm(lock, { recursive: true, force: true });
  }
}

/** Whether the lock is ours now; making a folder is atomic. */
async function take(lock: string): Promise<boolean> {
  try {
    await mkdir(lock);
    return true;
  } catch {
    const held = await stat(lock).catch(() => null);
    if (held !== null && Date.now() - held.mtimeMs > STALE_MS)
      await rm(lock, { recursive: true, force: true });
    return false;
  }
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null)) !== null;
}

/** Removes what has lain in a folder for longer than `maxAgeMs`. */
export async function forgetOld(folder: string, maxAgeMs: number): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => null);
    if (found !== null && Date.now() - found.mtimeMs > maxAgeMs)
      await rm(path, { recursive: true, force: true });
  }
}
