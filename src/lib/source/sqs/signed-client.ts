import { SQSClient } from '@aws-sdk/client-sqs';
import {
  KeptCredentials,
  type CredentialProvider,
  type QueueCredentials,
} from './kept-credentials';
import { serverTimeIn } from './server-time';

/** Where a queue is and who may read it. */
export interface QueueAddress {
  /** Another endpoint than the Region's own, for example a local one; the queue's URL is then only its name. */
  readonly endpoint?: string;
  readonly region: string;
  readonly queueUrl: string;
  /** Credentials, or what gets fresh ones: asked at the start, before they expire, and when they are refused. */
  readonly credentials: QueueCredentials | CredentialProvider;
}

/** What is sent and answered, whichever the command. */
type Send = SQSClient['send'];

export interface SignedClient {
  readonly send: Send;
  /** See `Queue.renew`. */
  renew(): void;
}

/** The clock by which the SDK signs: our own, corrected by an offset that it learns from the answers' Date header. */
interface Clock {
  systemClockOffset: number;
}

interface Refusal {
  readonly message?: unknown;
  readonly $response?: { readonly headers?: Readonly<Record<string, string>> };
}

/** Corrects the clock by what a refusal says, where the answer's Date header, which the SDK reads, is out of sight. */
function correct(clock: Clock, thrown: unknown): void {
  const { message, $response } = (thrown ?? {}) as Refusal;
  if ($response?.headers?.['date'] !== undefined) return;
  const serverTime = serverTimeIn(String(message));
  if (serverTime !== null) clock.systemClockOffset = serverTime - Date.now();
}

/**
 * The one place where the SDK's client is made. It tries once: retries belong to the poll loop. The MD5 of bodies is
 * not checked: TLS notices what is changed on the way, and a check that fails would reject all ten messages of a
 * batch, time after time.
 */
export function signedClient({ endpoint, region, credentials }: QueueAddress): SignedClient {
  const provider = typeof credentials === 'function' ? credentials : async () => credentials;
  const kept: KeptCredentials = new KeptCredentials(
    provider,
    () => Date.now() + clock.systemClockOffset,
  );
  const client = new SQSClient({
    region,
    // The SDK puts its own memory before a provider that does not say that it has one.
    credentials: Object.assign(() => kept.get(), { memoized: true }),
    maxAttempts: 1,
    md5: false,
    ...(endpoint !== undefined && { endpoint, useQueueUrlAsEndpoint: false }),
  });
  const clock: Clock = client.config;
  const sendOnce = client.send.bind(client) as (...args: readonly unknown[]) => Promise<unknown>;
  const send = async (...args: readonly unknown[]) => {
    try {
      return await kept.use(() => sendOnce(...args));
    } catch (thrown) {
      correct(clock, thrown);
      throw thrown;
    }
  };
  return { send: send as Send, renew: () => kept.renew() };
}
