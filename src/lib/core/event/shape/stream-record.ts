import type { Json, JsonObject } from '../aws-event';
import { copiedField, fieldOf, isObject, textField, valueAt } from '../json-field';
import { envelopeOf } from './envelope';
import type { Found, Shape } from './shape';

/** One record of a Kinesis stream, as a function or a pipe gets it. Data that is no event is an event of its stream. */
export const kinesisRecord: Shape = (value) => {
  const record = fieldOf(value, 'kinesis') ?? (isPiped(value) ? value : undefined);
  const data = fieldOf(record, 'data');
  if (typeof data !== 'string') return null;
  return {
    packed: data,
    carrier: (message) =>
      envelopeOf({
        source: 'aws.kinesis',
        detailType: 'Event from aws:kinesis',
        id: fieldOf(value, 'eventID') ?? fieldOf(record, 'sequenceNumber'),
        time: fieldOf(record, 'approximateArrivalTimestamp'),
        arn: fieldOf(value, 'eventSourceARN'),
        region: fieldOf(value, 'awsRegion'),
        detail: { partitionKey: fieldOf(record, 'partitionKey') ?? null, data: message },
      }),
  };
};

/** The batch that Firehose or Kinesis Analytics hands to a function: the records say nothing of the stream. */
export const firehoseBatch: Shape = (value) => {
  const records = fieldOf(value, 'records');
  if (!Array.isArray(records) || textField(value, 'invocationId') === null) return null;
  return { parts: (records as readonly Json[]).map((record) => withStream(record, value)) };
};

/** One record of such a batch. */
export const firehoseRecord: Shape = (value) => {
  const data = fieldOf(value, 'data');
  if (textField(value, 'recordId') === null || typeof data !== 'string') return null;
  return {
    packed: data,
    carrier: (message) =>
      envelopeOf({
        source: 'aws.firehose',
        detailType: 'Event from aws:firehose',
        id: fieldOf(value, 'recordId'),
        time: fieldOf(value, 'approximateArrivalTimestamp'),
        arn: fieldOf(value, 'streamArn'),
        detail: { data: message },
      }),
  };
};

/** The batch of a Kafka topic or an MQ queue: each value or body is base64. */
export const brokerBatch: Shape = (value) => {
  const records = fieldOf(value, 'records');
  const source = textField(value, 'eventSource') ?? '';
  if (isObject(records) && /kafka$/i.test(source))
    return { parts: Object.values(records).flatMap((topic) => partsOf(topic, value)) };
  const messages = fieldOf(value, 'messages') ?? fieldOf(value, 'rmqMessagesByQueue');
  if (messages === undefined || !/^aws:(?:mq|rmq|amq)$/.test(source)) return null;
  const lists = Array.isArray(messages) ? [messages as Json] : Object.values(messages ?? {});
  return { parts: lists.flatMap((list: Json) => partsOf(list, value)) };
};

/** One message of such a batch. */
export const brokerMessage: Shape = (value) => {
  const broker = textField(value, 'brokerSource');
  const data = fieldOf(value, 'value') ?? fieldOf(value, 'data');
  if (broker === null || typeof data !== 'string') return null;
  const kafka = /kafka$/i.test(broker);
  return packedMessage(value, data, kafka ? 'kafka' : 'mq');
};

function packedMessage(value: JsonObject, data: string, service: string): Found {
  return {
    packed: data,
    carrier: (message) =>
      envelopeOf({
        source: `aws.${service}`,
        detailType: `Event from aws:${service}`,
        id: fieldOf(value, 'messageID') ?? offsetOf(value),
        time: fieldOf(value, 'timestamp') ?? valueAt(value, ['basicProperties', 'timestamp']),
        arn: fieldOf(value, 'brokerArn'),
        detail: { topic: fieldOf(value, 'topic') ?? null, data: message },
      }),
  };
}

/** Topic, partition and offset together are a Kafka record's identity. */
function offsetOf(record: JsonObject): string | null {
  const topic = textField(record, 'topic');
  const place = [fieldOf(record, 'partition'), fieldOf(record, 'offset')];
  if (topic === null || !place.every((one) => typeof one === 'number')) return null;
  return [topic, ...place].join('-');
}

function isPiped(value: JsonObject): boolean {
  return textField(value, 'eventSource') === 'aws:kinesis';
}

function withStream(record: Json, batch: JsonObject): Json {
  if (!isObject(record)) return record;
  const streamArn =
    copiedField(batch, 'deliveryStreamArn') ??
    copiedField(batch, 'applicationArn') ??
    copiedField(batch, 'sourceKinesisStreamArn');
  return { ...record, streamArn };
}

function partsOf(list: Json, batch: JsonObject): Json[] {
  if (!Array.isArray(list)) return [];
  const brokerArn = copiedField(batch, 'eventSourceArn');
  const brokerSource = copiedField(batch, 'eventSource');
  return (list as readonly Json[]).map((message) =>
    isObject(message) ? { ...message, brokerArn, brokerSource } : message,
  );
}
