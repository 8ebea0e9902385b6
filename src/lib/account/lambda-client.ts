import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { KeptCredentials, type CredentialProvider } from '$lib/source/sqs/kept-credentials';
import { serverTimeIn } from '$lib/source/sqs/server-time';

/** What a function gave back, as text; `failed` when it ended by an error of its own. */
export interface Returned {
  readonly payload: string;
  readonly failed: boolean;
}

/** Has a function run, and waits for what it gives. Rejects with the SDK's own error. */
export type Invoke = (
  functionName: string,
  payload: string,
  signal: AbortSignal,
) => Promise<Returned>;

export interface LambdaAddress {
  readonly region: string;
  /** Another endpoint than the Region's own, for example a local one. */
  readonly endpoint?: string;
  readonly credentials: CredentialProvider;
}

/**
 * Connects to the functions of a Region. The SDK tries once: whether to try again is for the caller to say. A clock that
 * the service finds wrong is corrected by what the refusal tells, and the request is made once more, for it was never
 * begun.
 */
export function connectFunctions({ region, endpoint, credentials }: LambdaAddress): Invoke {
  const kept: KeptCredentials = new KeptCredentials(
    credentials,
    () => Date.now() + client.config.systemClockOffset,
  );
  const client = new LambdaClient({
    region,
    // The SDK puts its own memory before a provider that does not say that it has one.
    credentials: Object.assign(() => kept.get(), { memoized: true }),
    maxAttempts: 1,
    ...(endpoint !== undefined && { endpoint }),
  });

  async function once(FunctionName: string, payload: string, abortSignal: AbortSignal) {
    const Payload = new TextEncoder().encode(payload);
    const answer = await kept.use(() =>
      client.send(new InvokeCommand({ FunctionName, Payload }), { abortSignal }),
    );
    return {
      payload: new TextDecoder().decode(answer.Payload),
      failed: answer.FunctionError !== undefined,
    };
  }

  return async (functionName, payload, signal) => {
    try {
      return await once(functionName, payload, signal);
    } catch (thrown) {
      const serverTime = serverTimeIn(thrown instanceof Error ? thrown.message : '');
      if (serverTime === null) throw thrown;
      client.config.systemClockOffset = serverTime - Date.now();
      return once(functionName, payload, signal);
    }
  };
}
