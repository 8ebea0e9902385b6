/** How many kinds of events are fed in turn. */
const KINDS = 8;
const ID = /"id":"soak-\d+-(\d+)"/;

interface Kind {
  readonly source: string;
  readonly detailType: string;
  readonly detail: object;
}

function apiCall(service: string, eventName: string): Kind {
  const detail = { eventSource: `${service}.amazonaws.com`, eventName, readOnly: false };
  return { source: `aws.${service}`, detailType: 'AWS API Call via CloudTrail', detail };
}

function kindOf(number: number): Kind {
  const place = number % 17;
  switch (number % KINDS) {
    case 0:
      return {
        source: 'aws.s3',
        detailType: 'Object Created',
        detail: { bucket: { name: 'soak' }, object: { key: `k${place}`, size: 1_024 } },
      };
    case 1:
      return {
        source: 'aws.ec2',
        detailType: 'EC2 Instance State-change Notification',
        detail: { 'instance-id': `i-0000000000000${100 + place}`, state: 'running' },
      };
    case 2:
      return apiCall('dynamodb', 'PutItem');
    case 3:
      return apiCall('lambda', 'Invoke');
    case 4:
      return apiCall('iam', 'CreateAccessKey');
    case 5:
      return apiCall('kms', 'Decrypt');
    case 6:
      return apiCall('ecs', 'RunTask');
    default:
      return apiCall('sns', 'Publish');
  }
}

/** A small event as EventBridge delivers it; its id carries the run's seed and its own number. */
export function soakMessage(seed: number, number: number, atMs: number): string {
  const { source, detailType, detail } = kindOf(number);
  return JSON.stringify({
    version: '0',
    id: `soak-${seed}-${number}`,
    'detail-type': detailType,
    source,
    account: '123456789012',
    time: new Date(atMs).toISOString(),
    region: 'eu-central-1',
    resources: [],
    detail,
  });
}

/** The number that a body carries; null for a body that is none of ours. */
export function numberIn(text: string): number | null {
  const found = ID.exec(text)?.[1];
  return found === undefined ? null : Number(found);
}
