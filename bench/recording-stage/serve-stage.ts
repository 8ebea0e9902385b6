import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, preview } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));
const project = fileURLToPath(new URL('../../', import.meta.url));

export interface ServedStage {
  readonly url: string;
  /** The text of the worker's script. */
  readonly workerScript: string;
  stop(): Promise<void>;
}

/** Builds the stage as the site is built, and serves it on a free port of this machine. */
export async function serveStage(): Promise<ServedStage> {
  const outDir = mkdtempSync(join(tmpdir(), 'recording-stage-'));
  const config = {
    configFile: false,
    root: here,
    logLevel: 'error',
    resolve: { alias: { $lib: `${project}src/lib`, $mappings: `${project}mappings` } },
    build: { outDir, emptyOutDir: true, target: 'es2022' },
    preview: { host: '127.0.0.1', port: 0 },
  } as const;
  await build(config);
  const server = await preview(config);
  const url = server.resolvedUrls?.local[0];
  if (!url) throw new Error('The stage has no address.');
  const stop = async () => {
    await server.close();
    rmSync(outDir, { recursive: true });
  };
  return { url, workerScript: workerIn(join(outDir, 'assets')), stop };
}

function workerIn(folder: string): string {
  const name = readdirSync(folder).find((file) => file.includes('recording-worker'));
  if (name === undefined) throw new Error('The build has no worker.');
  return readFileSync(join(folder, name), 'utf8');
}
