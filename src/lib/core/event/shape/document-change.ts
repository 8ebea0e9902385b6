import type { Json } from '../aws-event';
import { copiedField, fieldOf, isObject, textField, valueAt } from '../json-field';
import { envelopeOf } from './envelope';
import type { Shape } from './shape';

const SOURCE = 'aws:docdb';

/** The batch of a change stream of DocumentDB, as a function gets it. */
export const documentBatch: Shape = (value) => {
  const events = fieldOf(value, 'events');
  if (!Array.isArray(events) || textField(value, 'eventSource') !== SOURCE) return null;
  const clusterArn = copiedField(value, 'eventSourceArn');
  return {
    parts: (events as readonly Json[]).map((one) => (isObject(one) ? { ...one, clusterArn } : one)),
  };
};

/** One change of a document in such a batch. */
export const documentChange: Shape = (value) => {
  const change = fieldOf(value, 'event');
  const operation = textField(change, 'operationType');
  if (operation === null || !Object.hasOwn(value, 'clusterArn')) return null;
  return {
    envelope: envelopeOf({
      source: 'aws.docdb',
      detailType: 'Event from aws:docdb',
      id: valueAt(change, ['_id', '_data']),
      time: valueAt(change, ['clusterTime', '$timestamp', 't']),
      arn: fieldOf(value, 'clusterArn'),
      detail: change ?? null,
    }),
  };
};
