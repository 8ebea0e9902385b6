import type { buildApp } from 'fauxqs';

type App = ReturnType<typeof buildApp>;

/**
 * Asks the emulated SQS in this process, past the network and the SDK: a batch costs a quarter of the time so, which
 * the page on the same machine needs more.
 *
 * @param action for example `SendMessageBatch`.
 * @returns the answer's fields.
 * @throws when the emulator refuses.
 */
export async function askEmulator(app: App, action: string, input: object): Promise<unknown> {
  const { statusCode, body } = await app.inject({
    method: 'POST',
    url: '/',
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': `AmazonSQS.${action}`,
    },
    payload: JSON.stringify(input),
  });
  if (statusCode !== 200) throw new Error(`the local queue refused ${action}: ${body}`);
  return body === '' ? {} : (JSON.parse(body) as unknown);
}
