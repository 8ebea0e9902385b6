import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { buildApp } from 'fauxqs';
import { askEmulator } from './ask-emulator';

type App = ReturnType<typeof buildApp>;
interface Asked {
  readonly headers: IncomingHttpHeaders;
  readonly raw: IncomingMessage;
  readonly body: unknown;
}
interface Received {
  readonly Messages?: readonly { readonly ReceiptHandle: string }[];
}

function receipts(payload: unknown): string[] {
  if (typeof payload !== 'string' || payload === '') return [];
  const { Messages: messages = [] } = JSON.parse(payload) as Received;
  return messages.map(({ ReceiptHandle }) => ReceiptHandle);
}

/**
 * Gives messages back at once when the listener that asked for them has gone. The emulator does not notice that
 * a long poll was cut, and would hide the next messages for the whole visibility timeout after a page reload.
 */
export function returnUndelivered(app: App): void {
  app.addHook('onSend', async (request: Asked, _reply: unknown, payload: unknown) => {
    const action = request.headers['x-amz-target'];
    if (action !== 'AmazonSQS.ReceiveMessage' || !request.raw.socket.destroyed) return payload;
    const { QueueUrl } = request.body as { QueueUrl: string };
    for (const ReceiptHandle of receipts(payload)) {
      const hidden = { QueueUrl, ReceiptHandle, VisibilityTimeout: 0 };
      await askEmulator(app, 'ChangeMessageVisibility', hidden);
    }
    return payload;
  });
}
