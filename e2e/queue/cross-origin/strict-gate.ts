import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ANSWERED, preflight, SDK_HEADERS } from '../../../cli/cloud/http/cross-origin';
import { bodyOf } from '../../../cli/soak/passage';
import { refusedBecause, type Signer } from './signature';

/** The queue's endpoint lets through what the SDK sends to SQS, and no more. */
const PREFLIGHT = preflight(SDK_HEADERS);
const JSON_TYPE = 'application/x-amz-json-1.0';

export interface StrictGate {
  readonly endpoint: string;
  /** How many preflights were asked, and how many requests were passed on. */
  readonly preflights: number;
  readonly passed: number;
  /** Why requests were refused, in order. */
  readonly refusals: readonly string[];
  close(): Promise<void>;
}

/** Node.js joins the values of a header that was sent twice; none of those that are signed is. */
function headersOf(asked: IncomingMessage): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(asked.headers).map(([name, value]) => [name, String(value)]),
  );
}

async function passedOn(asked: IncomingMessage, body: string, queue: string): Promise<Response> {
  const target = String(asked.headers['x-amz-target']);
  const headers = { 'content-type': JSON_TYPE, 'x-amz-target': target };
  return fetch(queue, { method: 'POST', headers, body });
}

/**
 * Stands before a queue as the door of AWS does: it answers a browser's preflights as AWS does, recomputes the
 * signature of every request, and lets through only what is right.
 */
export async function startStrictGate(queue: string, signer: Signer): Promise<StrictGate> {
  const counts = { preflights: 0, passed: 0 };
  const refusals: string[] = [];

  async function serve(asked: IncomingMessage, response: ServerResponse): Promise<void> {
    if (asked.method === 'OPTIONS') {
      counts.preflights += 1;
      return void response.writeHead(200, PREFLIGHT).end();
    }
    const body = await bodyOf(asked);
    const { method = '', url: target = '/' } = asked;
    const request = { method, target, headers: headersOf(asked), body };
    const because = refusedBecause(request, signer, Date.now());
    const headers = { ...ANSWERED, 'content-type': JSON_TYPE };
    if (because !== null) {
      refusals.push(because);
      const __type = 'com.amazon.coral.service#InvalidSignatureException';
      return void response
        .writeHead(403, headers)
        .end(JSON.stringify({ __type, message: because }));
    }
    counts.passed += 1;
    const answer = await passedOn(asked, body, queue);
    response.writeHead(answer.status, headers).end(await answer.text());
  }

  const server = createServer((asked, response) => {
    serve(asked, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    get preflights() {
      return counts.preflights;
    },
    get passed() {
      return counts.passed;
    },
    refusals,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
