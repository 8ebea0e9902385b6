import { fieldOf, isObject, textField } from '../json-field';
import { envelopeOf } from './envelope';
import type { Shape } from './shape';

/** One record of a DynamoDB stream, put into the envelope that EventBridge Pipes gives it. */
export const dynamoDbRecord: Shape = (value) => {
  const change = fieldOf(value, 'dynamodb');
  if (textField(value, 'eventSource') !== 'aws:dynamodb' || !isObject(change)) return null;
  const arn = textField(value, 'eventSourceARN');
  const envelope = envelopeOf({
    source: 'Pipe stream',
    detailType: 'Event from aws:dynamodb',
    id: fieldOf(value, 'eventID'),
    time: fieldOf(change, 'ApproximateCreationDateTime'),
    arn,
    region: fieldOf(value, 'awsRegion'),
    detail: value,
  });
  return { envelope: { ...envelope, resources: [] } };
};
