import { GetQueueUrlCommand, SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';

/** A second client of the local queue: sends what a test wants the page to hear. */
export async function localQueue(baseURL: string): Promise<(bodies: string[]) => Promise<void>> {
  const client = new SQSClient({
    endpoint: `${baseURL}/sqs`,
    useQueueUrlAsEndpoint: false,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const { QueueUrl } = await client.send(
    new GetQueueUrlCommand({ QueueName: 'aws-musical-event' }),
  );
  return async (bodies) => {
    const Entries = bodies.map((MessageBody, index) => ({ Id: String(index), MessageBody }));
    await client.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
  };
}

/** An alarm's change of state, as EventBridge delivers it. */
export function alarmBody(id: string, name: string, state: 'ALARM' | 'OK'): string {
  return JSON.stringify({
    version: '0',
    id,
    'detail-type': 'CloudWatch Alarm State Change',
    source: 'aws.cloudwatch',
    account: '123456789012',
    time: new Date().toISOString(),
    region: 'eu-central-1',
    resources: [`arn:aws:cloudwatch:eu-central-1:123456789012:alarm:${name}`],
    detail: {
      alarmName: name,
      state: { value: state, reason: 'Threshold Crossed' },
      previousState: { value: state === 'OK' ? 'ALARM' : 'OK' },
    },
  });
}
