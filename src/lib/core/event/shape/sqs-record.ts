import type { Json, JsonObject } from '../aws-event';
import { fieldOf, textField, valueAt } from '../json-field';
import { envelopeOf } from './envelope';
import type { Carrier, Shape } from './shape';

/** One record of the batch that SQS hands to a function or a pipe. A message that is no event is an event of its queue. */
export const sqsRecord: Shape = (value) => {
  if (textField(value, 'eventSource') !== 'aws:sqs') return null;
  const body = fieldOf(value, 'body');
  if (body === undefined) return null;
  const carrier = carrierOf(value);
  return typeof body === 'string' ? { body, carrier } : { envelope: carrier(body) };
};

/** One message as ReceiveMessage gives it, by itself or of its `Messages`. */
export const sqsMessage: Shape = (value) => {
  const body = fieldOf(value, 'Body');
  if (typeof body !== 'string' || textField(value, 'MessageId') === null) return null;
  if (!Object.hasOwn(value, 'ReceiptHandle') && !Object.hasOwn(value, 'MD5OfBody')) return null;
  const id = fieldOf(value, 'MessageId') ?? null;
  return { body, carrier: carrierOf({ messageId: id, attributes: attributesOf(value) }) };
};

/** What `aws sqs receive-message` prints. */
export const sqsMessages: Shape = (value) => {
  const messages = fieldOf(value, 'Messages');
  return Array.isArray(messages) ? { parts: messages as readonly Json[] } : null;
};

function attributesOf(message: JsonObject): Json {
  return fieldOf(message, 'Attributes') ?? null;
}

function carrierOf(record: JsonObject): Carrier {
  return (message) =>
    envelopeOf({
      source: 'aws.sqs',
      detailType: 'Event from aws:sqs',
      id: fieldOf(record, 'messageId'),
      time: valueAt(record, ['attributes', 'SentTimestamp']),
      arn: fieldOf(record, 'eventSourceARN'),
      detail: { body: message },
    });
}
