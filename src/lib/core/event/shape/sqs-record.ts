import type { JsonObject } from '../aws-event';
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
