import { accessLog } from './access-log';
import { alarmAction, alarmNotice } from './alarm-notice';
import { autoScalingNotice } from './auto-scaling-notice';
import { entriesBatch, lookupBatch, lookupEvent, recordsBatch } from './batch';
import { cloudEvent } from './cloudevent';
import { cloudTrailRecord } from './cloudtrail-record';
import { codeCommitRecord, codeDeployNotice } from './code-notice';
import { configNotice, configRuleCall } from './config-notice';
import { cacheNotice, databaseNotice } from './database-notice';
import { documentBatch, documentChange } from './document-change';
import { dynamoDbRecord } from './dynamodb-record';
import { eventBridgeEvent } from './event-bridge-event';
import { guardDutyFinding, hubFinding } from './finding';
import { edgeRecord, httpRequest, latticeRequest } from './http-request';
import { lambdaDestination } from './lambda-destination';
import { logBatch, logLine, packedLogBatch } from './log-line';
import { markedShape } from './marked';
import { nearEvent } from './near-event';
import { s3Record } from './s3-record';
import { SERVICE_PAYLOADS } from './service-payloads';
import { sesNotice, sesRecord } from './ses-notice';
import type { Shape } from './shape';
import { snsNotification, snsRecord } from './sns-notification';
import { sqsMessage, sqsMessages, sqsRecord } from './sqs-record';
import {
  brokerBatch,
  brokerMessage,
  firehoseBatch,
  firehoseRecord,
  kinesisRecord,
} from './stream-record';
import { TOPIC_PAYLOADS } from './topic-payloads';
import { lakeResults, trailRow } from './trail-row';

/** Every shape we read, in the order of trying: the first that recognises a value wins. The most common come first. */
export const SHAPES: readonly Shape[] = [
  eventBridgeEvent,
  cloudTrailRecord,
  recordsBatch,
  snsNotification,
  snsRecord,
  sqsRecord,
  sqsMessage,
  nearEvent,
  s3Record,
  dynamoDbRecord,
  kinesisRecord,
  documentChange,
  firehoseRecord,
  brokerMessage,
  packedLogBatch,
  logBatch,
  logLine,
  alarmNotice,
  alarmAction,
  lambdaDestination,
  httpRequest,
  edgeRecord,
  latticeRequest,
  cloudEvent,
  sesRecord,
  sesNotice,
  autoScalingNotice,
  databaseNotice,
  cacheNotice,
  codeDeployNotice,
  codeCommitRecord,
  configNotice,
  configRuleCall,
  hubFinding,
  guardDutyFinding,
  firehoseBatch,
  brokerBatch,
  documentBatch,
  sqsMessages,
  entriesBatch,
  lookupBatch,
  lookupEvent,
  lakeResults,
  trailRow,
  ...SERVICE_PAYLOADS.map(markedShape),
  ...TOPIC_PAYLOADS.map(markedShape),
  accessLog,
];
