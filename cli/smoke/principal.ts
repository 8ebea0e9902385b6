import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { Answer, CallError, CallName, Calls } from '../../src/lib/core/cloud/calls';
import type { Credentials } from './credentials';
import type { Deployment } from './deployment';

/** A function answered that it could not do what it was asked. */
export class CallRefused extends Error {
  override readonly name = 'CallRefused';

  constructor(readonly because: CallError) {
    super(`${because.code}: ${because.message}`);
  }

  get resolution(): string {
    return this.because.resolution;
  }
}

/** Someone with credentials, and what they can try with them. Each client tries again only when throttled. */
export class Principal {
  readonly sqs: SQSClient;
  readonly sns: SNSClient;
  readonly #lambda: LambdaClient;

  constructor(
    private readonly deployment: Deployment,
    { accessKeyId, secretAccessKey, sessionToken }: Credentials,
    /** Sent with every call of a member; null for a guest. */
    private readonly idToken: string | null = null,
  ) {
    const { region, cloud, endpoints } = deployment;
    const at = (endpoint: string) => ({
      region,
      credentials: { accessKeyId, secretAccessKey, sessionToken },
      ...(cloud.endpoints && { endpoint }),
    });
    this.sqs = new SQSClient({ ...at(endpoints.sqs), useQueueUrlAsEndpoint: !cloud.endpoints });
    this.sns = new SNSClient(at(endpoints.sns));
    this.#lambda = new LambdaClient(at(endpoints.lambda));
  }

  /**
   * Calls one of the deployment's functions.
   *
   * @throws CallRefused for what the function refuses, the SDK's errors for what AWS does.
   */
  async call<N extends CallName>(
    name: N,
    input: Calls[N]['input'],
    abortSignal: AbortSignal,
    idToken = this.idToken,
  ): Promise<Calls[N]['value']> {
    const command = new InvokeCommand({
      FunctionName: this.deployment.cloud.functions[name],
      Payload: JSON.stringify(idToken === null ? input : { ...input, idToken }),
    });
    const { Payload, FunctionError } = await this.#lambda.send(command, { abortSignal });
    const text = Payload?.transformToString() ?? '';
    if (FunctionError !== undefined) throw new Error(`${name} broke (${FunctionError}): ${text}`);
    const answer = JSON.parse(text) as Answer<Calls[N]['value']>;
    if (answer.ok) return answer.value;
    throw new CallRefused(answer.error);
  }
}
