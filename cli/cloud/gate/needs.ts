import type { ContextValues } from '../../../amplify/policy/request';
import type { Call } from './call';

/** One permission that a call needs. */
export interface Need {
  /** As in `sqs:ReceiveMessage`. */
  readonly action: string;
  /** An ARN, or `*` for an action that knows no resource. */
  readonly resource: string;
  readonly context: ContextValues;
}

/** Where the resources of a deployment are. */
export interface Place {
  readonly region: string;
  /** Twelve digits. */
  readonly account: string;
}

type Input = Call['input'];
type Reader = (call: Call, place: Place) => readonly Need[];

const textOf = (input: Input, name: string): string => {
  const value = Object.hasOwn(input, name) ? input[name] : undefined;
  return typeof value === 'string' ? value : '';
};

const one = (action: string, resource: string, context: ContextValues = {}): readonly Need[] => [
  { action, resource, context },
];

/** A batch needs what its single action needs, and the old names of actions are those of today. */
const RENAMED: ReadonlyMap<string, string> = new Map([
  ['SendMessageBatch', 'SendMessage'],
  ['DeleteMessageBatch', 'DeleteMessage'],
  ['ChangeMessageVisibilityBatch', 'ChangeMessageVisibility'],
  ['PublishBatch', 'Publish'],
  ['Invoke', 'InvokeFunction'],
]);
const permission = ({ service, action }: Call): string =>
  `${service}:${RENAMED.get(action) ?? action}`;

const sqs: Reader = (call, { region, account }) => {
  if (call.action === 'ListQueues') return one('sqs:ListQueues', '*');
  const named = textOf(call.input, 'QueueName');
  const name = named || (textOf(call.input, 'QueueUrl').split('/').at(-1) ?? '');
  return one(permission(call), `arn:aws:sqs:${region}:${account}:${name}`);
};

/** Actions of SNS that a policy can bound to no resource (Service Authorization Reference, "Amazon SNS"). */
const SNS_ANYWHERE = [
  'ListTopics',
  'ListSubscriptions',
  'GetSubscriptionAttributes',
  'SetSubscriptionAttributes',
  'Unsubscribe',
];

const sns: Reader = (call, { region, account }) => {
  const { input, action } = call;
  if (SNS_ANYWHERE.includes(action)) return one(permission(call), '*');
  const name = textOf(input, 'Name');
  const resource = name
    ? `arn:aws:sns:${region}:${account}:${name}`
    : textOf(input, 'TopicArn') || textOf(input, 'ResourceArn');
  if (action !== 'Subscribe') return one(permission(call), resource);
  const [endpoint, protocol] = [textOf(input, 'Endpoint'), textOf(input, 'Protocol')];
  return one('sns:Subscribe', resource, { 'sns:Endpoint': endpoint, 'sns:Protocol': protocol });
};

const dynamodb: Reader = (call, { region, account }) => {
  const table = `arn:aws:dynamodb:${region}:${account}:table/${textOf(call.input, 'TableName')}`;
  const index = textOf(call.input, 'IndexName');
  return one(permission(call), index ? `${table}/index/${index}` : table);
};

const lambda: Reader = (call, { region, account }) =>
  one(
    permission(call),
    `arn:aws:lambda:${region}:${account}:function:${textOf(call.input, 'FunctionName')}`,
  );

const cognito: Reader = (call, { region, account }) =>
  one(
    permission(call),
    `arn:aws:cognito-idp:${region}:${account}:userpool/${textOf(call.input, 'UserPoolId')}`,
  );

/** A rule on the default bus; lists know no resource. */
const events: Reader = (call, { region, account }) => {
  const name = textOf(call.input, 'Name');
  return one(permission(call), name ? `arn:aws:events:${region}:${account}:rule/${name}` : '*');
};

/** The state of one trail is asked by the trail's ARN; the list of trails knows no resource. */
const cloudtrail: Reader = (call) => one(permission(call), textOf(call.input, 'Name') || '*');

const sts: Reader = (call) =>
  call.action === 'AssumeRole' ? one('sts:AssumeRole', textOf(call.input, 'RoleArn')) : [];

const READERS: ReadonlyMap<Call['service'], Reader> = new Map([
  ['sqs', sqs],
  ['sns', sns],
  ['dynamodb', dynamodb],
  ['lambda', lambda],
  ['cognito-idp', cognito],
  ['events', events],
  ['sts', sts],
  ['cloudtrail', cloudtrail],
]);

/** The permissions that a call needs; none for what everyone with credentials may do. */
export function needsOf(call: Call, place: Place): readonly Need[] {
  return READERS.get(call.service)?.(call, place) ?? [];
}
