import { FUNCTION_NAMES } from '../../function-names';
import type { Allowance } from './allowance';

/** What the sources need that a deployer switches on in the settings; without them none of this is there. */
export const TAPS: readonly Allowance[] = [
  {
    who: ['the pipe of a table'],
    may: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
    on: ["the tapped table's stream"],
    need: 'the pipe reads the changes of the table',
    where: 'taps',
  },
  {
    who: ['the pipe of a table', 'a tapped function'],
    may: ['sns:Publish'],
    on: ['the account feed'],
    need: 'what was changed, and what was invoked, is told to the feed',
    where: 'taps',
  },
  {
    who: ['Pipes, for the pipe'],
    may: ['sts:AssumeRole'],
    on: ['role of the pipe'],
    need: 'EventBridge Pipes reads and tells as its role',
    where: 'taps',
  },
  {
    who: ["the CDK's switch of buckets"],
    may: ['s3:GetBucketNotification', 's3:PutBucketNotification'],
    on: ['the tapped bucket'],
    need: 'the CDK switches the events of a bucket on, and off on removal',
    where: 'taps',
  },
  {
    who: ["the CDK's switch of buckets"],
    may: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
    on: [
      'a log of the account that is not ours',
      ...Object.values(FUNCTION_NAMES).map((name) => `log of function ${name}`),
    ],
    need: "AWS's own policy for functions, which the CDK gives its function; it admits every log",
    where: 'taps',
  },
  {
    who: ['Lambda'],
    may: ['sts:AssumeRole'],
    on: ["role of the CDK's switch of buckets"],
    need: 'Lambda runs the switch as its role',
    where: 'taps',
  },
];
