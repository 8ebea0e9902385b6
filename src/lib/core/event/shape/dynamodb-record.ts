import type { Json } from '../aws-event';
import { fieldOf, isObject, textField } from '../json-field';
import type { Shape } from './shape';

/** One record of a DynamoDB stream, put into the envelope that EventBridge Pipes gives it. */
export const dynamoDbRecord: Shape = (value) => {
  const change = fieldOf(value, 'dynamodb');
  if (fieldOf(value, 'eventSource') !== 'aws:dynamodb' || !isObject(change)) return null;
  const arn = textField(value, 'eventSourceARN');
  return {
    envelope: {
      version: '0',
      id: fieldOf(value, 'eventID') ?? null,
      'detail-type': 'Event from aws:dynamodb',
      source: 'Pipe stream',
      account: arn?.split(':')[4] ?? '',
      time: isoTime(fieldOf(change, 'ApproximateCreationDateTime')),
      region: textField(value, 'awsRegion') ?? '',
      resources: [],
      detail: value,
    },
  };
};

/** Streams give the time in seconds since the epoch; the language's dates end at 8.64e12 s. */
function isoTime(seconds: Json | undefined): string | null {
  if (typeof seconds !== 'number' || Math.abs(seconds) > 8.64e12) return null;
  return new Date(seconds * 1000).toISOString();
}
