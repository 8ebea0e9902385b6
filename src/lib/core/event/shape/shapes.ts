import { alarmNotice } from './alarm-notice';
import { lookupBatch, lookupEvent, recordsBatch, sqsRecord } from './batch';
import { cloudTrailRecord } from './cloudtrail-record';
import { dynamoDbRecord } from './dynamodb-record';
import { eventBridgeEvent } from './event-bridge-event';
import { s3Record } from './s3-record';
import type { Shape } from './shape';
import { snsNotification, snsRecord } from './sns-notification';

/** Every shape we read, in the order of trying: the first that recognises a value wins. */
export const SHAPES: readonly Shape[] = [
  eventBridgeEvent,
  cloudTrailRecord,
  recordsBatch,
  snsNotification,
  snsRecord,
  sqsRecord,
  s3Record,
  dynamoDbRecord,
  alarmNotice,
  lookupBatch,
  lookupEvent,
];
