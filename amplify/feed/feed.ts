import type { Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { Deployment } from '../deployment';
import { accountFeed } from './account-feed';
import { feedRules, wantedPatterns } from './feed-rules';
import { mappingInForce } from './mapping-in-force';
import { taps } from './taps/taps';

/**
 * The account's feed, with the rules and taps that fill it. In a hosted deployment the account is nobody's to hear:
 * the topic is there for the budget's notices, and nothing else fills it.
 */
export function feed(scope: Construct, { prefix, arns, settings }: Deployment): Topic {
  const topic = accountFeed(scope, prefix, arns);
  if (settings.deployment === 'hosted') return topic;
  const patterns = wantedPatterns(mappingInForce(settings.mapping), settings.listen);
  feedRules(scope, prefix, topic.topicArn, patterns, settings.taps.readCalls);
  taps(scope, prefix, topic, settings.taps);
  return topic;
}
