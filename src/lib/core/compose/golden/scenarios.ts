import type { JsonObject } from '../../event/aws-event';
import { readBody } from '../../event/read-body';
import type { HeardEvent } from '../perform';

/** A few seconds of an account, small enough that its Score reads well in a diff. */
export interface Scenario {
  readonly name: string;
  readonly heard: readonly HeardEvent[];
}

const START = Date.UTC(2026, 0, 5, 9, 0, 0);

function at(
  slot: number,
  id: string,
  source: string,
  type: string,
  detail: JsonObject,
): HeardEvent {
  const time = new Date(START + slot * 156.25).toISOString();
  const envelope = { version: '0', account: '123456789012', region: 'eu-west-1', resources: [] };
  const body = { ...envelope, id, source, 'detail-type': type, time, detail };
  const [event] = readBody(JSON.stringify(body), START).events;
  if (!event) throw new Error(`The scenario's event ${id} cannot be read.`);
  return { event, slot };
}

const upload = (slot: number, id: string, bucket: string) =>
  at(slot, id, 'aws.s3', 'Object Created', { bucket: { name: bucket }, object: { key: id } });

const request = (slot: number, id: string, status: number) =>
  at(slot, id, 'shop.api', 'Request', { path: '/cart', status });

const instance = (slot: number, id: string, state: string) =>
  at(slot, id, 'aws.ec2', 'EC2 Instance State-change Notification', {
    'instance-id': 'i-0a',
    state,
  });

const alarm = (slot: number, id: string, state: string) =>
  at(slot, id, 'aws.cloudwatch', 'CloudWatch Alarm State Change', {
    alarmName: 'cart-latency',
    state: { value: state },
  });

const deploy = (slot: number, id: string) =>
  at(slot, id, 'aws.codedeploy', 'CodeDeploy Deployment State-change Notification', {
    application: 'shop',
    state: 'SUCCESS',
  });

/** Twelve requests a second for two bars; every fourth fails. */
const storm = Array.from({ length: 60 }, (_, count) =>
  request(Math.floor((count * 32) / 60), `r${String(count)}`, count % 4 === 3 ? 503 : 200),
);

export const SCENARIOS: readonly Scenario[] = [
  { name: 'quiet', heard: [instance(20, 'start', 'running')] },
  {
    name: 'one-service',
    heard: [0, 3, 4, 9, 14, 16].map((slot) =>
      upload(slot, `u${String(slot)}`, slot % 2 === 0 ? 'photos' : 'invoices'),
    ),
  },
  { name: 'an-error', heard: [request(0, 'fine', 200), request(5, 'broken', 502)] },
  { name: 'alarm-and-ok', heard: [alarm(2, 'goes-off', 'ALARM'), alarm(38, 'clears', 'OK')] },
  { name: 'a-deploy', heard: [upload(1, 'artifact', 'builds'), deploy(6, 'shipped')] },
  { name: 'a-storm', heard: storm },
];
