import { call, denied, event, type Sample } from './sample';

const database = (categories: readonly string[], detailType = 'RDS DB Instance Event') =>
  event('aws.rds', detailType, {
    SourceIdentifier: 'orders',
    EventCategories: categories,
    Message: 'It happened.',
  });
const change = (eventName: string) =>
  event('Pipe carts', 'Event from aws:dynamodb', {
    eventName,
    eventSource: 'aws:dynamodb',
    dynamodb: {},
  });
const backup = (state: string) => event('aws.backup', 'Backup Job State Change', { state });

/** Objects, tables, databases, backups. */
export const DATA: readonly Sample[] = [
  {
    rule: 'object-is-uploaded',
    catches: [
      event('aws.s3', 'Object Created', { bucket: { name: 'invoices' } }),
      call('s3', 'PutObject', denied),
      call('s3', 'CompleteMultipartUpload'),
    ],
    misses: [
      [event('aws.s3', 'Object Deleted', { bucket: { name: 'invoices' } }), null],
      [call('s3', 'GetObject'), null],
    ],
  },
  {
    rule: 'bucket-opens',
    catches: [call('s3', 'PutBucketPolicy'), call('s3', 'DeleteBucketPublicAccessBlock')],
    misses: [[call('s3', 'GetBucketPolicy'), null]],
  },
  {
    rule: 'table-changes',
    catches: [change('INSERT'), change('REMOVE'), call('dynamodb', 'UpdateItem')],
    misses: [[call('dynamodb', 'CreateTable'), null]],
  },
  {
    rule: 'database-is-in-trouble',
    catches: [
      database(['failover', 'notification']),
      database(['failure'], 'RDS DB Cluster Event'),
      database(['low storage']),
    ],
    misses: [
      [database(['backup']), 'database-changes'],
      [database(['failure'], 'RDS DB Snapshot Event'), 'database-changes'],
    ],
  },
  {
    rule: 'database-changes',
    catches: [database(['maintenance']), call('rds', 'ModifyDBInstance')],
    misses: [[call('docdb-elastic', 'CreateCluster'), null]],
  },
  {
    rule: 'cache-changes',
    catches: [event('aws.elasticache', 'ElastiCache Notification', {})],
    misses: [[call('dax', 'CreateCluster'), null]],
  },
  {
    rule: 'data-job-moves-on',
    catches: [event('aws.glue', 'Glue Job State Change', { jobName: 'etl', state: 'SUCCEEDED' })],
    misses: [[call('lakeformation', 'GrantPermissions'), null]],
  },
  {
    rule: 'backup-fails',
    catches: [
      backup('FAILED'),
      event('aws.backup', 'Restore Job State Change', { status: 'ABORTED' }),
    ],
    misses: [[backup('COMPLETED'), 'backup-moves-on']],
  },
  {
    rule: 'backup-moves-on',
    catches: [backup('RUNNING')],
    misses: [[call('dlm', 'CreateLifecyclePolicy'), null]],
  },
];
