import {
  accountFeedName,
  deadLettersName,
  feedName,
  listenerQueueName,
  queueName,
  sharedFeedName,
} from '../../../src/lib/core/cloud/names';
import type { Templates } from '../../synthesis/template';
import { PolicyNotUnderstood } from '../policy-error';
import { templatePolicies } from '../template-policies';
import type { TemplatePolicies } from '../template-policies';

/** The accounts of the matrix: the deployment's, and those that Ada and Ben have connected. */
export const HOME = '111122223333';
export const ADAS_ACCOUNT = '222233334444';
export const BENS_ACCOUNT = '333344445555';
export const STRANGE_ACCOUNT = '999988887777';
export const THIRD_ACCOUNT = '555566667777';

export const REGION = 'eu-west-1';
export const OTHER_REGION = 'us-east-1';
export const ADA = '0a5e1f00-0000-4000-8000-000000000001';
export const BEN = '0a5e1f00-0000-4000-8000-000000000002';

const LISTENERS = ['1', '2', '3'].map((digit) => digit.repeat(32));

/** A deployment with two people in it, one of whom has shared: the ARNs that everything stands on. */
export interface Setting {
  readonly deployment: 'own' | 'hosted';
  readonly prefix: string;
  readonly known: TemplatePolicies;
  /** Ada's and Ben's, each in the feed's Region. */
  readonly connectors: readonly [TemplatePolicies, TemplatePolicies];
  /** Ada's connector in another Region, which hands events on to the feed's Region. */
  readonly forwarder: TemplatePolicies;
  queue(sub: string): string;
  feed(sub: string): string;
  sharedFeed(sub: string): string;
  /** @param index 0 and 1 listen, 2 was revoked. */
  listenerQueue(index: 0 | 1 | 2): string;
  readonly accountFeed: string;
  readonly deadLetters: string;
  arn(service: string, resource: string): string;
}

function prefixOf({ functions }: TemplatePolicies): string {
  for (const { name } of functions) {
    const prefix = /^(ame-[0-9a-f]{8})-sweep$/.exec(name)?.[1];
    if (prefix !== undefined) return prefix;
  }
  throw new PolicyNotUnderstood('No function is named <prefix>-sweep.', 'Name the functions.');
}

function connector(
  templates: Templates,
  account: string,
  feed: string,
  region: string,
): TemplatePolicies {
  const parameters = { Feed: feed, HomeRegion: REGION };
  const world = { region, account, stackName: 'ame-connector', stackId: region, parameters };
  return templatePolicies(templates, world, 'connector');
}

/** Places the synthesised templates in an account, with Ada and Ben in it, each with a connector of their own. */
export function setting(templates: Templates, deployment: 'own' | 'hosted'): Setting {
  const known = templatePolicies(templates, { region: REGION, account: HOME, stackName: 'ame' });
  const prefix = prefixOf(known);
  const arn = (service: string, resource: string) =>
    `arn:aws:${service}:${REGION}:${HOME}:${resource}`;
  const feed = (sub: string) => arn('sns', feedName(prefix, sub));
  return {
    deployment,
    prefix,
    known,
    connectors: [
      connector(templates, ADAS_ACCOUNT, feed(ADA), REGION),
      connector(templates, BENS_ACCOUNT, feed(BEN), REGION),
    ],
    forwarder: connector(templates, ADAS_ACCOUNT, feed(ADA), OTHER_REGION),
    arn,
    feed,
    queue: (sub) => arn('sqs', queueName(prefix, sub)),
    sharedFeed: (sub) => arn('sns', sharedFeedName(prefix, sub)),
    listenerQueue: (index) => arn('sqs', listenerQueueName(prefix, LISTENERS[index] ?? '')),
    accountFeed: arn('sns', accountFeedName(prefix)),
    deadLetters: arn('sqs', deadLettersName(prefix)),
  };
}
