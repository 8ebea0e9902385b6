import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { LOCAL_QUEUE_URL } from './local-queue';
import { sourceDigest } from './source-digest';

/** The site could not be built; `log` is what the build printed. */
export class SiteBuildError extends Error {
  override readonly name = 'SiteBuildError';
  readonly resolution = 'Run `npm run build` to see the same failure by itself.';
  readonly log: string;

  constructor(code: number | null, log: string) {
    super(`the site could not be built (vite build ended with ${code})`);
    this.log = log;
  }
}

/** A site that differs from others by what its build is told. */
export interface SiteVariant {
  /** Where it is kept, from the project's root. */
  readonly folder: string;
  /** Whatever changes the site beside its sources. */
  readonly salt: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** The site of `npm start`, which listens to the local queue. */
const LOCAL_SITE: SiteVariant = {
  folder: '.local/site',
  salt: LOCAL_QUEUE_URL,
  environment: { VITE_LOCAL_QUEUE_URL: LOCAL_QUEUE_URL },
};

/** Runs `vite build` in a process of its own, which takes its memory with it when it ends. */
function viteBuild(
  root: string,
  folder: string,
  work: string,
  environment: SiteVariant['environment'],
  signal: AbortSignal,
): Promise<void> {
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: root,
    signal,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      SITE_FOLDER: folder,
      SITE_WORK_FOLDER: work,
      ...environment,
    },
  });
  const log: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => log.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => log.push(chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new SiteBuildError(code, Buffer.concat(log).toString()));
    });
  });
}

async function removeOthers(sites: string, keep: string): Promise<void> {
  for (const name of await readdir(sites))
    if (name !== keep) await rm(join(sites, name), { recursive: true, force: true });
}

/**
 * The folder of the built site, under `.local`; builds it where the sources have changed since the last time.
 *
 * @param onBuild called before a build begins.
 * @throws SiteBuildError when the build fails; an AbortError when the signal aborts it.
 */
export async function builtSite(
  root: string,
  signal: AbortSignal,
  onBuild: () => void,
  { folder: kept, salt, environment }: SiteVariant = LOCAL_SITE,
): Promise<string> {
  const sites = join(root, kept);
  const digest = await sourceDigest(root, salt);
  const folder = join(sites, digest);
  if (existsSync(join(folder, '200.html'))) return folder;
  onBuild();
  const draft = join(root, `.local/draft-${process.pid}`);
  try {
    await viteBuild(root, join(draft, 'site'), join(draft, 'work'), environment, signal);
    await mkdir(sites, { recursive: true });
    await rm(folder, { recursive: true, force: true });
    await rename(join(draft, 'site'), folder);
    await removeOthers(sites, digest);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return folder;
}
