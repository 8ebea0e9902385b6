import { fileURLToPath } from 'node:url';
import { createServer, type ViteDevServer } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));
const project = fileURLToPath(new URL('../../', import.meta.url));

/** Serves the stage on a free port of this machine; the audio room is the only part of the site it has. */
export async function serveStage(): Promise<{ url: string; server: ViteDevServer }> {
  const server = await createServer({
    configFile: false,
    root: here,
    cacheDir: `${project}node_modules/.vite-sound-stage`,
    logLevel: 'error',
    resolve: { alias: { $lib: `${project}src/lib` } },
    server: { host: '127.0.0.1', port: 0, fs: { allow: [project] } },
  });
  await server.listen();
  const url = server.resolvedUrls?.local[0];
  if (!url) throw new Error('The stage has no address.');
  return { url, server };
}
