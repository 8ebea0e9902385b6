import type { Json } from '../aws-event';
import { fieldOf } from '../json-field';
import type { Shape } from './shape';

/** `Records[]`: a CloudTrail log file, or a batch as services hand it to a queue or a function. */
export const recordsBatch: Shape = (value) => partsOf(fieldOf(value, 'Records'));

/** `Events[]`: what `aws cloudtrail lookup-events` prints. */
export const lookupBatch: Shape = (value) => partsOf(fieldOf(value, 'Events'));

/** `Entries[]`: what a program hands to PutEvents. */
export const entriesBatch: Shape = (value) => partsOf(fieldOf(value, 'Entries'));

/** One event of `aws cloudtrail lookup-events`: the record lies inside it as text. */
export const lookupEvent: Shape = (value) => {
  const record = fieldOf(value, 'CloudTrailEvent');
  return typeof record === 'string' ? { body: record } : null;
};

function partsOf(value: Json | undefined): { parts: readonly Json[] } | null {
  return Array.isArray(value) ? { parts: value as readonly Json[] } : null;
}
