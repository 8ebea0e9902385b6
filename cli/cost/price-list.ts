/** What AWS takes for one kind of thing, in US dollars, US East (N. Virginia). */
export interface Price {
  readonly what: string;
  /** For `per` units. */
  readonly usd: number;
  readonly per: number;
  /** Units that cost nothing each month, whatever the age of the account. */
  readonly freePerMonth: number;
  /** The page of AWS that names it. */
  readonly source: string;
  /** Whether the figure was found in public text of 2026; false where it is from earlier text alone. */
  readonly seenIn2026: boolean;
}

const MILLION = 1_000_000;

/** The day on which the list was put together. */
export const PRICES_OF = '2026-11-21';

/**
 * The prices that count. What is free is not here: EventBridge's AWS events and scheduled rules, delivery from SNS to
 * SQS, filter policies on attributes, SSE-SQS, STS, IAM, identity pools, management events of CloudTrail, budgets.
 */
export const PRICES = {
  sqs: {
    what: 'SQS requests, standard queue, 64 KB begun each',
    usd: 0.4,
    per: MILLION,
    freePerMonth: MILLION,
    source: 'aws.amazon.com/sqs/pricing',
    seenIn2026: true,
  },
  sns: {
    what: 'SNS publishes, 64 KB begun each, a batch counted as one',
    usd: 0.5,
    per: MILLION,
    freePerMonth: MILLION,
    source: 'aws.amazon.com/sns/pricing',
    seenIn2026: true,
  },
  crossAccountEvents: {
    what: 'EventBridge events into another account or Region',
    usd: 1,
    per: MILLION,
    freePerMonth: 0,
    source: 'aws.amazon.com/eventbridge/pricing',
    seenIn2026: false,
  },
  optInEvents: {
    what: 'EventBridge events that a service sends only when asked (S3)',
    usd: 1,
    per: MILLION,
    freePerMonth: 0,
    source: 'aws.amazon.com/eventbridge/pricing',
    seenIn2026: false,
  },
  pipes: {
    what: 'EventBridge Pipes requests, after the filter',
    usd: 0.4,
    per: MILLION,
    freePerMonth: 0,
    source: 'aws.amazon.com/eventbridge/pricing',
    seenIn2026: false,
  },
  dataEvents: {
    what: 'CloudTrail data events',
    usd: 0.1,
    per: 100_000,
    freePerMonth: 0,
    source: 'aws.amazon.com/cloudtrail/pricing',
    seenIn2026: false,
  },
  lambdaRequests: {
    what: 'Lambda requests',
    usd: 0.2,
    per: MILLION,
    freePerMonth: MILLION,
    source: 'aws.amazon.com/lambda/pricing',
    seenIn2026: false,
  },
  lambdaGbSeconds: {
    what: 'Lambda GB-seconds, x86',
    usd: 0.0000166667,
    per: 1,
    freePerMonth: 400_000,
    source: 'aws.amazon.com/lambda/pricing',
    seenIn2026: false,
  },
  dynamoWrites: {
    what: 'DynamoDB write request units, on demand',
    usd: 0.625,
    per: MILLION,
    freePerMonth: 0,
    source: 'aws.amazon.com/dynamodb/pricing/on-demand',
    seenIn2026: false,
  },
  dynamoReads: {
    what: 'DynamoDB read request units, on demand',
    usd: 0.125,
    per: MILLION,
    freePerMonth: 0,
    source: 'aws.amazon.com/dynamodb/pricing/on-demand',
    seenIn2026: false,
  },
  monthlyUsers: {
    what: 'Cognito monthly active users, Lite (the first 90,000 paid ones)',
    usd: 0.0055,
    per: 1,
    freePerMonth: 10_000,
    source: 'aws.amazon.com/cognito/pricing',
    seenIn2026: false,
  },
  transferGb: {
    what: 'GB out to the internet',
    usd: 0.09,
    per: 1,
    freePerMonth: 100,
    source: 'aws.amazon.com/ec2/pricing/on-demand (data transfer)',
    seenIn2026: true,
  },
  logGb: {
    what: 'GB of logs taken in by CloudWatch',
    usd: 0.5,
    per: 1,
    freePerMonth: 5,
    source: 'aws.amazon.com/cloudwatch/pricing',
    seenIn2026: false,
  },
  alarms: {
    what: 'metrics that CloudWatch alarms look at',
    usd: 0.1,
    per: 1,
    freePerMonth: 10,
    source: 'aws.amazon.com/cloudwatch/pricing',
    seenIn2026: false,
  },
  metrics: {
    what: 'CloudWatch metrics of our own, made by a filter of logs',
    usd: 0.3,
    per: 1,
    freePerMonth: 10,
    source: 'aws.amazon.com/cloudwatch/pricing',
    seenIn2026: false,
  },
  dashboards: {
    what: 'CloudWatch dashboards',
    usd: 3,
    per: 1,
    freePerMonth: 3,
    source: 'aws.amazon.com/cloudwatch/pricing',
    seenIn2026: false,
  },
  siteGb: {
    what: 'GB served by Amplify Hosting',
    usd: 0.15,
    per: 1,
    freePerMonth: 0,
    source: 'aws.amazon.com/amplify/pricing',
    seenIn2026: false,
  },
} as const satisfies Readonly<Record<string, Price>>;

export type PriceName = keyof typeof PRICES;
