import { Agent } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildApp } from 'fauxqs';
import { returnUndelivered } from '../../local/return-undelivered';
import type { Asked } from '../gate/asked';
import { forward, type Answered } from '../http/forward';

/** Queues and topics on this machine. Nothing here checks who asks: the gate stands before it. */
export interface MessageServices {
  /** Answers a request to SQS or SNS. The signal ends a long poll whose listener has gone. */
  ask(asked: Asked, signal: AbortSignal): Promise<Answered>;
  /** The policy of a queue or a topic as it stands, as JSON; null where there is none, or no such resource. */
  policyOf(arn: string): Promise<string | null>;
  /** Publishes to a topic, whoever asks. */
  publish(topicArn: string, message: string): Promise<void>;
  /** The ARNs of the queues that are subscribed to a topic. */
  subscribers(topicArn: string): Promise<readonly string[]>;
  createQueue(name: string, policy: string | null): Promise<void>;
  createTopic(name: string, policy: string | null): Promise<void>;
  /** The names of all queues. */
  queueNames(): Promise<readonly string[]>;
  /** The ARNs of all topics. */
  topicArns(): Promise<readonly string[]>;
  close(): Promise<void>;
}

type App = ReturnType<typeof buildApp>;

const JSON_TYPE = 'application/x-amz-json-1.0';
const FORM_TYPE = 'application/x-www-form-urlencoded';

/** The emulator takes the Region from the signature of a request. */
function regional(region: string, service: 'sqs' | 'sns') {
  const scope = `local/20260101/${region}/${service}/aws4_request`;
  return { authorization: `AWS4-HMAC-SHA256 Credential=${scope}` };
}

function unescaped(xml: string): string {
  return xml
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

/** What is between the tags of one name, in order. */
function texts(xml: string, tag: string): string[] {
  const found = xml.matchAll(new RegExp(`<${tag}>(.*?)</${tag}>`, 'gs'));
  return [...found].map(([, inner = '']) => unescaped(inner));
}

class Emulator {
  readonly #app: App;
  readonly #region: string;

  constructor(app: App, region: string) {
    this.#app = app;
    this.#region = region;
  }

  async sqs(action: string, input: object): Promise<{ status: number; body: string }> {
    const headers = {
      ...regional(this.#region, 'sqs'),
      'content-type': JSON_TYPE,
      'x-amz-target': `AmazonSQS.${action}`,
    };
    const payload = JSON.stringify(input);
    const answer = await this.#app.inject({ method: 'POST', url: '/', headers, payload });
    return { status: answer.statusCode, body: answer.body };
  }

  async sns(action: string, input: Record<string, string>): Promise<string> {
    const headers = { ...regional(this.#region, 'sns'), 'content-type': FORM_TYPE };
    const payload = new URLSearchParams({ Action: action, ...input }).toString();
    const answer = await this.#app.inject({ method: 'POST', url: '/', headers, payload });
    return answer.body;
  }
}

async function queuePolicy(emulator: Emulator, arn: string): Promise<string | null> {
  const [, , , region, account, name] = arn.split(':');
  const QueueUrl = `http://sqs.${region}.localhost/${account}/${name}`;
  const { status, body } = await emulator.sqs('GetQueueAttributes', {
    QueueUrl,
    AttributeNames: ['Policy'],
  });
  if (status !== 200) return null;
  const { Attributes: told = {} } = JSON.parse(body) as { Attributes?: { Policy?: string } };
  return told.Policy || null;
}

async function topicPolicy(emulator: Emulator, arn: string): Promise<string | null> {
  const xml = await emulator.sns('GetTopicAttributes', { TopicArn: arn });
  const entry = texts(xml, 'entry').find((inner) => inner.includes('<key>Policy</key>'));
  return entry === undefined ? null : (texts(entry, 'value')[0] ?? null) || null;
}

/** Starts empty queues and topics on a free port of 127.0.0.1. */
export async function startMessageServices(region: string): Promise<MessageServices> {
  const app = buildApp({ logger: false, defaultRegion: region });
  returnUndelivered(app);
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  const emulator = new Emulator(app, region);
  const agent = new Agent({ keepAlive: true });
  return {
    ask: (asked, signal) => forward(asked, `http://127.0.0.1:${port}`, agent, signal),
    policyOf: (arn) =>
      arn.startsWith('arn:aws:sqs:') ? queuePolicy(emulator, arn) : topicPolicy(emulator, arn),
    async createQueue(QueueName, policy) {
      const Attributes = policy === null ? {} : { Policy: policy };
      await emulator.sqs('CreateQueue', { QueueName, Attributes });
    },
    async createTopic(Name, policy) {
      const given = {
        'Attributes.entry.1.key': 'Policy',
        'Attributes.entry.1.value': policy ?? '',
      };
      await emulator.sns('CreateTopic', { Name, ...(policy !== null && given) });
    },
    async publish(TopicArn, Message) {
      await emulator.sns('Publish', { TopicArn, Message });
    },
    async subscribers(TopicArn) {
      return texts(await emulator.sns('ListSubscriptionsByTopic', { TopicArn }), 'Endpoint');
    },
    async queueNames() {
      const { body } = await emulator.sqs('ListQueues', {});
      const { QueueUrls: urls = [] } = JSON.parse(body) as { QueueUrls?: string[] };
      return urls.map((url) => url.split('/').at(-1) ?? '');
    },
    topicArns: async () => texts(await emulator.sns('ListTopics', {}), 'TopicArn'),
    async close() {
      agent.destroy();
      await app.close();
    },
  };
}
