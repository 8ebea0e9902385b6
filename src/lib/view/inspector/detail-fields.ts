import type { AwsEvent, Json } from '$lib/core/event/aws-event';

export interface DetailField {
  readonly label: string;
  readonly text: string;
  readonly mono: boolean;
}

/** The fields of `detail` that tell most, by label; the first path that holds a value is shown. */
const TELLING: readonly (readonly [label: string, mono: boolean, ...paths: string[]])[] = [
  ['state', true, 'state.value', 'state', 'lastStatus'],
  ['status', true, 'status', 'build-status'],
  ['before', true, 'previousState.value'],
  ['reason', false, 'state.reason', 'stoppedReason', 'reason', 'errorMessage'],
  ['error', true, 'errorCode', 'error-code'],
  ['call', true, 'eventName'],
  ['by', true, 'userIdentity.arn', 'userIdentity.principalId', 'userIdentity.invokedBy'],
  ['alarm', true, 'alarmName'],
  ['function', true, 'functionName', 'requestParameters.functionName'],
  ['bucket', true, 'bucket.name', 'requestParameters.bucketName'],
  ['object', true, 'object.key', 'requestParameters.key'],
  ['instance', true, 'instance-id'],
  ['pipeline', true, 'pipeline', 'project-name', 'deploymentId'],
  ['table', true, 'tableName', 'requestParameters.tableName'],
];

function member(value: Json | undefined, name: string): Json | undefined {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return undefined;
  return Object.hasOwn(value, name) ? (value as { [key: string]: Json })[name] : undefined;
}

/** The text at a dotted path, or null where there is none or something that is no plain value. */
export function textAt(detail: Json, path: string): string | null {
  const value = path.split('.').reduce<Json | undefined>(member, detail);
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean')
    return null;
  const text = String(value);
  return text === '' ? null : text;
}

/** The telling fields that an event's detail holds, then where it comes from and its id. All of it is text. */
export function detailFields(event: AwsEvent): readonly DetailField[] {
  const told = TELLING.flatMap(([label, mono, ...paths]) => {
    const text = paths.map((path) => textAt(event.detail, path)).find((found) => found !== null);
    return text ? [{ label, text, mono }] : [];
  });
  const resource = event.resources[0];
  return [
    { label: 'source', text: event.source, mono: true },
    ...told,
    ...(resource ? [{ label: 'resource', text: resource, mono: true }] : []),
    { label: 'region', text: event.region, mono: true },
    { label: 'account', text: event.account, mono: true },
    { label: 'id', text: event.id, mono: true },
  ].filter(({ text }) => text !== '');
}
