import { request, type Agent, type IncomingMessage, type ServerResponse } from 'node:http';

/** What a server answered, whole. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** The whole body of a request or of an answer. */
export async function bodyOf(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** Headers of one connection, which the next has for itself. */
const OF_ONE_CONNECTION = ['connection', 'content-length', 'transfer-encoding'];

function withoutConnection(headers: IncomingMessage['headers']): IncomingMessage['headers'] {
  const kept = Object.entries(headers).filter(([name]) => !OF_ONE_CONNECTION.includes(name));
  return Object.fromEntries(kept);
}

/**
 * Asks a server what was asked of us, with another body and path.
 *
 * @throws when the connection fails, or an AbortError when the signal aborts, which also ends the request there.
 */
export function passOn(
  asked: IncomingMessage,
  url: URL,
  body: string,
  agent: Agent,
  signal: AbortSignal,
): Promise<Answer> {
  const headers = { ...withoutConnection(asked.headers), host: url.host };
  return new Promise((resolve, reject) => {
    const onward = request(
      url,
      { method: asked.method, headers, agent, signal },
      async (answer) => {
        const { statusCode: status = 502, headers: answered } = answer;
        bodyOf(answer).then(
          (text) => resolve({ status, headers: withoutConnection(answered), body: text }),
          reject,
        );
      },
    );
    onward.once('error', reject);
    onward.end(body);
  });
}

/** Passes a request and its answer through as they are. */
export function pipeThrough(
  asked: IncomingMessage,
  response: ServerResponse,
  url: URL,
  agent: Agent,
): void {
  const headers = { ...asked.headers, host: url.host };
  const onward = request(url, { method: asked.method, headers, agent }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  onward.once('error', () => response.destroy());
  response.once('close', () => onward.destroy());
  asked.pipe(onward);
}
