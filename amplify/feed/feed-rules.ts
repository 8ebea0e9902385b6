import { CfnRule } from 'aws-cdk-lib/aws-events';
import type { Construct } from 'constructs';
import type { JsonObject } from '../../src/lib/core/event/aws-event';
import { eventPatterns } from '../../src/lib/core/mapping/event-patterns';
import type { Mapping } from '../../src/lib/core/mapping/mapping';
import type { Settings } from '../settings';

/** What an EventBridge rule must be in to be given read-only API calls too. */
const READ_CALLS_TOO = 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS';

/** The patterns that the account's rules must have for what the settings want to hear. */
export function wantedPatterns(
  mapping: Mapping,
  listen: Settings['listen'],
): readonly JsonObject[] {
  return eventPatterns(mapping, listen === 'everything' ? 'sound' : mapping.others).patterns;
}

/** One rule a pattern on the account's default bus, each with the account's feed as its only target. */
export function feedRules(
  scope: Construct,
  prefix: string,
  feedArn: string,
  patterns: readonly JsonObject[],
  readCalls: boolean,
): CfnRule[] {
  return patterns.map(
    (pattern, index) =>
      new CfnRule(scope, `Rule${index + 1}`, {
        name: `${prefix}-feed-${index + 1}`,
        description: 'What AWS Musical Event plays of this account',
        eventPattern: pattern,
        state: readCalls ? READ_CALLS_TOO : 'ENABLED',
        targets: [{ id: 'feed', arn: feedArn }],
      }),
  );
}
