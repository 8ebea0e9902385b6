/** One S3 upload as EventBridge delivers it, with an id and a time of its own. */
export function uploadBody(serial: number, atMs: number): string {
  return JSON.stringify({
    version: '0',
    id: `bench-${atMs}-${serial}`,
    'detail-type': 'Object Created',
    source: 'aws.s3',
    account: '123456789012',
    time: new Date(atMs).toISOString(),
    region: 'eu-central-1',
    resources: ['arn:aws:s3:::bench'],
    detail: {
      bucket: { name: 'bench' },
      object: { key: `k${serial}`, size: 1024 },
      reason: 'PutObject',
    },
  });
}

const SERVICES = [
  'lambda',
  's3',
  'dynamodb',
  'apigateway',
  'sqs',
  'ecs',
  'iam',
  'rds',
  'events',
  'kms',
];

/** Mixed traffic of ten services, one in a hundred refused. */
export function mixedBody(serial: number, atMs: number): string {
  const service = SERVICES[serial % SERVICES.length];
  return JSON.stringify({
    version: '0',
    id: `bench-${atMs}-${serial}`,
    'detail-type': 'AWS API Call via CloudTrail',
    source: `aws.${service}`,
    account: '123456789012',
    time: new Date(atMs).toISOString(),
    region: 'eu-central-1',
    resources: [],
    detail: {
      eventSource: `${service}.amazonaws.com`,
      eventName: serial % 3 === 0 ? 'GetItem' : 'PutItem',
      requestParameters: { name: `resource-${serial % 17}` },
      ...(serial % 100 === 99 ? { errorCode: 'AccessDenied' } : {}),
    },
  });
}
