import type { JsonObject } from '../../../core/event/aws-event';
import type { Simulation } from '../simulation';
import { apiCall } from './cloudtrail-events';
import { arn, envelope, REGION } from './envelope';

export type StreamEventName = 'INSERT' | 'MODIFY' | 'REMOVE';

/**
 * A DynamoDB stream record that an EventBridge pipe puts on the event bus: the record is the detail, and the pipe
 * gives source and detail type (EventBridge user guide, "Amazon DynamoDB stream as a source").
 */
export function streamRecord(
  sim: Simulation,
  table: string,
  eventName: StreamEventName,
  id: string,
): JsonObject {
  const Keys = { id: { S: id } };
  const image = { ...Keys, updatedAt: { S: sim.time } };
  const record = {
    eventID: sim.chance.hex(32),
    eventName,
    eventVersion: '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: REGION,
    dynamodb: {
      ApproximateCreationDateTime: Math.floor(sim.wallMs / 1000),
      Keys,
      ...(eventName !== 'REMOVE' && { NewImage: image }),
      ...(eventName !== 'INSERT' && { OldImage: image }),
      SequenceNumber: String(100_000_000_000_000 + Math.floor(sim.nowMs * 1000)),
      SizeBytes: sim.chance.whole(60, 400),
      StreamViewType: 'NEW_AND_OLD_IMAGES',
    },
    eventSourceARN: arn('dynamodb', `table/${table}/stream/2026-01-01T00:00:00.000`),
  };
  const pipe = arn('pipes', `pipe/${table}-changes`);
  return envelope(sim, `Pipe ${table}-changes`, 'Event from aws:dynamodb', [pipe], record);
}

/** A write refused for lack of capacity, as a CloudTrail data event. */
export function throttledWrite(sim: Simulation, table: string, role: string): JsonObject {
  return apiCall(sim, {
    eventSource: 'dynamodb.amazonaws.com',
    eventName: 'PutItem',
    role,
    request: { tableName: table, key: { id: sim.chance.hex(8) } },
    error: {
      code: 'ProvisionedThroughputExceededException',
      message: 'The level of configured provisioned throughput for the table was exceeded.',
    },
    data: true,
  });
}
