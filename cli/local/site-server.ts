import { Agent } from 'node:http';
import type { AddressInfo } from 'node:net';
import { preview, type Plugin } from 'vite';
import type { Audience } from './audience';
import { sitePages, type PageAt } from './site-pages';

/** The path under which the page reaches the local SQS. */
export const SQS_PATH = '/sqs';

export interface SiteServer {
  /** For example `http://127.0.0.1:4173`. */
  readonly address: string;
  readonly port: number;
  close(): Promise<void>;
}

/** Counts the requests to the queue, and answers with pages what is no file. */
function sitePlugin(pageAt: PageAt, audience: Audience): Plugin {
  return {
    name: 'local-site',
    configurePreviewServer({ middlewares }) {
      middlewares.use(SQS_PATH, (_request, response, next) => {
        response.once('close', audience.asked());
        next();
      });
      return () => {
        middlewares.use((request, response, next) => {
          const { pathname } = new URL(request.url ?? '/', 'http://localhost');
          const page = pageAt(pathname);
          if (page === null) return next();
          response.writeHead(200, { 'content-type': 'text/html;charset=utf-8' }).end(page);
        });
      };
    },
  };
}

/**
 * Serves a built site on 127.0.0.1 and passes `/sqs` on to the local SQS, the prefix cut off, over connections that
 * are kept open. When the port is taken, the next free one is used. A page that goes away in the middle of a long
 * poll ends the request to the queue too.
 */
export async function serveSite(
  folder: string,
  sqsEndpoint: string,
  port: number,
  audience: Audience,
): Promise<SiteServer> {
  const agent = new Agent({ keepAlive: true });
  const server = await preview({
    configFile: false,
    root: folder,
    appType: 'custom',
    logLevel: 'silent',
    build: { outDir: folder },
    plugins: [sitePlugin(await sitePages(folder), audience)],
    preview: {
      host: '127.0.0.1',
      port,
      proxy: {
        [`^${SQS_PATH}(/|$)`]: {
          target: sqsEndpoint,
          agent,
          rewrite: (path) => path.slice(SQS_PATH.length) || '/',
        },
      },
    },
  });
  const { port: bound } = server.httpServer.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${bound}`,
    port: bound,
    async close() {
      const closed = server.close();
      if ('closeAllConnections' in server.httpServer) server.httpServer.closeAllConnections();
      await closed;
      agent.destroy();
    },
  };
}
