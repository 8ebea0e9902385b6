import { Agent, createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sleep } from '../../src/lib/source/sleep';
import { SQS_PATH } from '../local/site-server';
import { Chance } from './chance';
import type { Fault, RequestKind } from './fault';
import type { FaultDealer } from './fault-dealer';
import { Harm } from './harm';
import { bodyOf, passOn, pipeThrough, type Answer } from './passage';
import { refusalOf, type Refusal } from './refusal';

/** The longest that an answer is delayed. */
const LONGEST_DELAY_MS = 200;

/** One request to the queue, as it reached the proxy. */
export interface Asked {
  /** For example `ReceiveMessage`. */
  readonly action: string;
  /** Tells the tabs apart. */
  readonly userAgent: string;
  /** Milliseconds of `performance.now()`. */
  readonly atMs: number;
}

export interface FaultProxyOptions {
  /** The queue's endpoint. */
  readonly queue: string;
  /** What serves everything but the queue; nothing does unless told. */
  readonly site?: string;
  /** Says which fault befalls which request; null for none. */
  readonly dealer: Pick<FaultDealer, 'next'> | null;
  /** Decides which messages come twice and where, and how long what is late takes. */
  readonly seed: number;
  /** Told of every request to the queue. */
  readonly onAsked?: (asked: Asked) => void;
}

/** Stands before a queue on 127.0.0.1, under the path `/sqs`, and does harm to what passes. */
export interface FaultProxy {
  /** For example `http://127.0.0.1:40123`. */
  readonly address: string;
  readonly requests: number;
  close(): Promise<void>;
}

const KINDS: Partial<Record<string, RequestKind>> = {
  ReceiveMessage: 'receive',
  DeleteMessageBatch: 'delete',
};

/** The faults that break the connection once the queue has answered. */
const AFTERWARDS: readonly (Fault | null)[] = ['cut-off', 'lost-answer'];

function refuse(response: ServerResponse, { status, type, message }: Refusal): void {
  const headers = { 'content-type': 'application/x-amz-json-1.0' };
  response.writeHead(status, headers).end(JSON.stringify({ __type: type, message }));
}

/** Sends half of an answer and cuts the connection, or cuts it before the answer. */
function breakOff(response: ServerResponse, fault: Fault | null, answer: Answer): void {
  if (fault === 'lost-answer') return void response.socket?.resetAndDestroy();
  const body = Buffer.from(answer.body);
  response.writeHead(answer.status, { ...answer.headers, 'content-length': body.length });
  response.write(body.subarray(0, body.length >> 1), () => response.destroy());
}

class Intermediary {
  requests = 0;
  readonly #harm: Harm;
  readonly #chance: Chance;
  readonly #agent = new Agent({ keepAlive: true });
  readonly #options: FaultProxyOptions;

  constructor(options: FaultProxyOptions) {
    this.#options = options;
    this.#harm = new Harm(options.seed + 1);
    this.#chance = new Chance(options.seed + 2);
  }

  async serve(asked: IncomingMessage, response: ServerResponse): Promise<void> {
    const { queue, site } = this.#options;
    const path = asked.url ?? '/';
    if (path.startsWith(SQS_PATH))
      return this.#queued(asked, response, new URL(path.slice(SQS_PATH.length) || '/', queue));
    if (site !== undefined) return pipeThrough(asked, response, new URL(path, site), this.#agent);
    response.writeHead(404).end();
  }

  close(): void {
    this.#agent.destroy();
  }

  async #queued(asked: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const action = String(asked.headers['x-amz-target']).replace('AmazonSQS.', '');
    const kind = KINDS[action] ?? 'other';
    this.requests += 1;
    this.#options.onAsked?.({
      action,
      userAgent: asked.headers['user-agent'] ?? '',
      atMs: performance.now(),
    });
    const fault = this.#options.dealer?.next(kind) ?? null;
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const body = await bodyOf(asked);
    if (fault === 'hang') return;
    if (fault === 'reset') return void asked.socket.resetAndDestroy();
    const signedAt = String(asked.headers['x-amz-date']);
    const refusal = refusalOf(fault, signedAt, Date.now());
    if (refusal) return refuse(response, refusal);
    if (fault === 'delay') await sleep(this.#chance.below(LONGEST_DELAY_MS), gone.signal);
    const onward = this.#harm.asked(fault, body);
    const answer =
      onward === null
        ? { status: 200, headers: {}, body: '{}' }
        : await passOn(asked, url, onward, this.#agent, gone.signal);
    this.#answer(response, kind, fault, body, answer);
  }

  #answer(
    response: ServerResponse,
    kind: RequestKind,
    fault: Fault | null,
    body: string,
    answer: Answer,
  ): void {
    const isWell = answer.status === 200;
    if (isWell && kind === 'receive') this.#harm.remember(answer.body);
    if (AFTERWARDS.includes(fault)) return breakOff(response, fault, answer);
    const text = isWell ? this.#harm.answered(fault, body, answer.body) : answer.body;
    response.writeHead(answer.status, answer.headers).end(text);
  }
}

/** Starts a fault proxy on a free port of 127.0.0.1. */
export async function startFaultProxy(options: FaultProxyOptions): Promise<FaultProxy> {
  const intermediary = new Intermediary(options);
  const server = createServer((asked, response) => {
    intermediary.serve(asked, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    get requests() {
      return intermediary.requests;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          intermediary.close();
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
