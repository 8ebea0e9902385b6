import { fileURLToPath } from 'node:url';
import { createServer, type ViteDevServer } from 'vite';

const stage = fileURLToPath(new URL('stage', import.meta.url));
const project = fileURLToPath(new URL('../../../', import.meta.url));

/** Serves the stage on a free port of this machine; the source of a queue is the only part of the site it has. */
export async function serveStage(): Promise<{ url: string; server: ViteDevServer }> {
  const server = await createServer({
    configFile: false,
    root: stage,
    cacheDir: `${project}node_modules/.vite-queue-stage`,
    logLevel: 'error',
    resolve: { alias: { $lib: `${project}src/lib` } },
    optimizeDeps: { include: ['@aws-sdk/client-sqs'] },
    server: { host: '127.0.0.1', port: 0, fs: { allow: [project] } },
  });
  await server.listen();
  const url = server.resolvedUrls?.local[0];
  if (!url) throw new Error('The stage has no address.');
  return { url, server };
}
