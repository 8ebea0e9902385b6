import type { IncomingMessage } from 'node:http';
import { bodyOf } from '../../soak/passage';

/** A request as it reached the local cloud, read whole. */
export interface Asked {
  readonly method: string;
  /** Path and query, as they were sent. */
  readonly target: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Node.js joins the values of a header that was sent twice; none of those that are signed is. */
export async function readAsked(message: IncomingMessage): Promise<Asked> {
  const headers = Object.fromEntries(
    Object.entries(message.headers).map(([name, value]) => [name, String(value)]),
  );
  const { method = '', url: target = '/' } = message;
  return { method, target, headers, body: await bodyOf(message) };
}
