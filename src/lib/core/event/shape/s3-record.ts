import type { Json, JsonObject } from '../aws-event';
import { fieldOf, textField, valueAt } from '../json-field';
import { envelopeOf } from './envelope';
import type { Shape } from './shape';

/** EventBridge's names for the groups of S3 event types (S3 user guide, event notification types). */
const DETAIL_TYPES = new Map([
  ['ObjectCreated', 'Object Created'],
  ['ObjectRemoved', 'Object Deleted'],
  ['LifecycleExpiration', 'Object Deleted'],
  ['LifecycleTransition', 'Object Storage Class Changed'],
  ['ObjectTagging', 'Object Tags Added'],
  ['ObjectAcl', 'Object ACL Updated'],
  ['ObjectRestore', 'Object Restore Completed'],
]);

/** One record of an S3 event notification, put into the envelope of S3's EventBridge events. */
export const s3Record: Shape = (value) => {
  const bucket = textField(valueAt(value, ['s3', 'bucket']), 'name');
  if (bucket === null) return null;
  const eventName = textField(value, 'eventName') ?? 'ObjectCreated';
  return { envelope: envelopeOfRecord(value, bucket, eventName) };
};

function envelopeOfRecord(record: JsonObject, bucket: string, eventName: string): JsonObject {
  const group = eventName.replace(/^s3:/, '').split(':', 1)[0] ?? '';
  return envelopeOf({
    source: 'aws.s3',
    detailType: DETAIL_TYPES.get(group) ?? `S3 ${group}`,
    time: fieldOf(record, 'eventTime'),
    arn: `arn:aws:s3:::${bucket}`,
    region: fieldOf(record, 'awsRegion'),
    detail: {
      bucket: { name: bucket },
      object: objectOf(valueAt(record, ['s3', 'object'])),
      reason: eventName,
    },
  });
}

/** The object's fields, its key decoded: notifications escape it as in a form. */
function objectOf(object: Json | undefined): JsonObject {
  const key = fieldOf(object, 'key');
  const fields = typeof object === 'object' && object !== null ? (object as JsonObject) : {};
  return typeof key === 'string' ? { ...fields, key: decoded(key) } : fields;
}

function decoded(key: string): string {
  try {
    return decodeURIComponent(key.replaceAll('+', ' '));
  } catch {
    return key;
  }
}
