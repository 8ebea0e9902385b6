import { request, type Agent } from 'node:http';
import { bodyOf } from '../../soak/passage';
import type { Asked } from '../gate/asked';

/** What a service answered. */
export interface Answered {
  readonly status: number;
  readonly type: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Headers that a service behind the gate reads. */
const PASSED = ['authorization', 'content-type', 'x-amz-date', 'x-amz-target', 'x-amzn-query-mode'];

/**
 * Asks a server of this machine what was asked of the local cloud.
 *
 * @throws when the connection fails, or an AbortError when the signal aborts, which also ends the request there.
 */
export function forward(
  { method, headers, body }: Asked,
  endpoint: string,
  agent: Agent,
  signal: AbortSignal,
): Promise<Answered> {
  const passed = Object.entries(headers).filter(([name]) => PASSED.includes(name));
  return new Promise((resolve, reject) => {
    const onward = request(
      endpoint,
      { method, headers: Object.fromEntries(passed), agent, signal },
      (answer) => {
        const { statusCode: status = 502, headers: told } = answer;
        const type = told['content-type'] ?? 'application/json';
        bodyOf(answer).then((text) => resolve({ status, type, body: text }), reject);
      },
    );
    onward.once('error', reject);
    onward.end(body);
  });
}
