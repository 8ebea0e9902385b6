import {
  DeleteQueueCommand,
  paginateListQueues,
  QueueDoesNotExist,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import { DeleteTopicCommand, paginateListTopics, type SNSClient } from '@aws-sdk/client-sns';

/** So many deletions at once: below what SNS allows in a second (quotas, DeleteTopic: 30). */
const AT_ONCE = 10;

/** The most that SQS lists in one page. */
const PAGE = 1_000;

interface Services {
  readonly sqs: SQSClient;
  readonly sns: SNSClient;
}

/** How much was removed. */
export interface Removed {
  readonly queues: number;
  readonly topics: number;
}

/**
 * Removes the queues and topics of people and listeners, which belong to no stack. Safe to run again: what is gone is
 * passed over. The topics go first, so that nothing is sent to a queue that is no more.
 * @param names the beginnings of the names of what is removed
 */
export async function removeLeftovers(
  { sqs, sns }: Services,
  names: { readonly queues: readonly string[]; readonly topics: readonly string[] },
): Promise<Removed> {
  const topics = await topicsOf(sns, names.topics);
  await inTurns(topics, (TopicArn) => sns.send(new DeleteTopicCommand({ TopicArn })));
  const listed = await Promise.all(names.queues.map((prefix) => queuesOf(sqs, prefix)));
  const queues = listed.flat();
  await inTurns(queues, (QueueUrl) => removeQueue(sqs, QueueUrl));
  return { queues: queues.length, topics: topics.length };
}

async function topicsOf(sns: SNSClient, prefixes: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for await (const { Topics = [] } of paginateListTopics({ client: sns }, {}))
    for (const { TopicArn = '' } of Topics) {
      const name = TopicArn.split(':').at(-1) ?? '';
      if (prefixes.some((prefix) => name.startsWith(prefix))) found.push(TopicArn);
    }
  return found;
}

async function queuesOf(sqs: SQSClient, prefix: string): Promise<string[]> {
  const found: string[] = [];
  const pages = paginateListQueues(
    { client: sqs, pageSize: PAGE },
    { QueueNamePrefix: prefix, MaxResults: PAGE },
  );
  for await (const { QueueUrls = [] } of pages) found.push(...QueueUrls);
  return found;
}

async function removeQueue(sqs: SQSClient, QueueUrl: string): Promise<void> {
  try {
    await sqs.send(new DeleteQueueCommand({ QueueUrl }));
  } catch (error) {
    if (!(error instanceof QueueDoesNotExist)) throw error;
  }
}

async function inTurns<T>(items: readonly T[], work: (item: T) => Promise<unknown>): Promise<void> {
  for (let first = 0; first < items.length; first += AT_ONCE)
    await Promise.all(items.slice(first, first + AT_ONCE).map(work));
}
