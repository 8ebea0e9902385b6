import {
  ListSubscriptionsByTopicCommand,
  type ListSubscriptionsByTopicCommandOutput,
} from '@aws-sdk/client-sns';
import type { FunctionContext } from '../context';
import { orNull } from '../service-error';

/** A page holds a hundred; a person's twenty shares with a hundred listeners each fill twenty. */
const MAX_PAGES = 50;

/**
 * The subscriptions of a topic, listed once, when first asked for: SNS finds none by its queue, and lets an account
 * list only some thirty pages a second.
 */
export class TopicSubscriptions {
  readonly #context: FunctionContext;
  readonly #topicArn: string;
  #listed: Promise<ReadonlyMap<string, string>> | null = null;

  constructor(context: FunctionContext, topicArn: string) {
    this.#context = context;
    this.#topicArn = topicArn;
  }

  /** The ARN of a queue's subscription, or null where there is none. */
  async arnOf(queueArn: string): Promise<string | null> {
    this.#listed ??= this.#list();
    return (await this.#listed).get(queueArn) ?? null;
  }

  async #list(): Promise<ReadonlyMap<string, string>> {
    const arns = new Map<string, string>();
    let next: string | undefined;
    for (let page = 0; page < MAX_PAGES; page += 1) {
      const { Subscriptions = [], NextToken } = await this.#page(next);
      for (const { Endpoint, SubscriptionArn } of Subscriptions)
        if (Endpoint !== undefined && SubscriptionArn !== undefined)
          arns.set(Endpoint, SubscriptionArn);
      if (NextToken === undefined) break;
      next = NextToken;
    }
    return arns;
  }

  async #page(
    NextToken: string | undefined,
  ): Promise<Partial<ListSubscriptionsByTopicCommandOutput>> {
    const asked = this.#context.clients.sns.send(
      new ListSubscriptionsByTopicCommand({ TopicArn: this.#topicArn, NextToken }),
    );
    return (await orNull(asked, 'NotFound')) ?? {};
  }
}
