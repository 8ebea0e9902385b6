import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Aws } from 'aws-cdk-lib';
import { CfnPipe } from 'aws-cdk-lib/aws-pipes';
import type { Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';

/** A change that could not be told within five minutes is music no more. */
const MAX_AGE_SECONDS = 300;
const MAX_TRIES = 3;

/** What is told of a change: the table and what was done; not the keys, and not the item. */
const TOLD = {
  eventID: '<$.eventID>',
  eventName: '<$.eventName>',
  eventSource: '<$.eventSource>',
  awsRegion: '<$.awsRegion>',
  eventSourceARN: '<$.eventSourceARN>',
};
const INPUT_TEMPLATE = JSON.stringify({
  ...TOLD,
  dynamodb: { ApproximateCreationDateTime: '@' },
}).replace('"@"', '<$.dynamodb.ApproximateCreationDateTime>');

/** Has a pipe tell the feed of every change in a table with a stream. */
export function tableTap(
  scope: Construct,
  id: string,
  name: string,
  streamArn: string,
  feed: Topic,
): CfnPipe {
  const role = pipeRole(scope, `${id}Role`, name, streamArn, feed);
  const pipe = new CfnPipe(scope, id, {
    name,
    description: 'Changes in a table, for AWS Musical Event',
    roleArn: role.roleArn,
    source: streamArn,
    sourceParameters: {
      dynamoDbStreamParameters: {
        startingPosition: 'LATEST',
        batchSize: 1,
        maximumRecordAgeInSeconds: MAX_AGE_SECONDS,
        maximumRetryAttempts: MAX_TRIES,
      },
    },
    target: feed.topicArn,
    targetParameters: { inputTemplate: INPUT_TEMPLATE },
  });
  pipe.node.addDependency(role);
  return pipe;
}

function pipeRole(
  scope: Construct,
  id: string,
  pipe: string,
  streamArn: string,
  feed: Topic,
): Role {
  const arn = `arn:${Aws.PARTITION}:pipes:${Aws.REGION}:${Aws.ACCOUNT_ID}:pipe/${pipe}`;
  const role = new Role(scope, id, {
    assumedBy: new ServicePrincipal('pipes.amazonaws.com', {
      conditions: {
        StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID, 'aws:SourceArn': arn },
      },
    }),
  });
  role.addToPolicy(
    new PolicyStatement({
      sid: 'ReadStream',
      actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
      resources: [streamArn],
    }),
  );
  role.addToPolicy(
    new PolicyStatement({
      sid: 'TellTheFeed',
      actions: ['sns:Publish'],
      resources: [feed.topicArn],
    }),
  );
  return role;
}
