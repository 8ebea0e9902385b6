import type { JsonObject } from '../../../core/event/aws-event';
import type { Simulation } from '../simulation';
import { ACCOUNT, envelope } from './envelope';

/** "Object Created" (S3 user guide, "EventBridge event message structure"). */
export function objectCreated(
  sim: Simulation,
  bucket: string,
  key: string,
  sizeBytes: number,
): JsonObject {
  return envelope(sim, 'aws.s3', 'Object Created', [`arn:aws:s3:::${bucket}`], {
    version: '0',
    bucket: { name: bucket },
    object: {
      key,
      size: sizeBytes,
      etag: sim.chance.hex(32),
      sequencer: sim.chance.hex(18).toUpperCase(),
    },
    'request-id': sim.chance.hex(16).toUpperCase(),
    requester: ACCOUNT,
    'source-ip-address': `10.0.1.${sim.chance.whole(4, 250)}`,
    reason: sizeBytes > 8_000_000 ? 'CompleteMultipartUpload' : 'PutObject',
  });
}

/** "Object Deleted", as a lifecycle rule does it. */
export function objectExpired(sim: Simulation, bucket: string, key: string): JsonObject {
  return envelope(sim, 'aws.s3', 'Object Deleted', [`arn:aws:s3:::${bucket}`], {
    version: '0',
    bucket: { name: bucket },
    object: { key, etag: sim.chance.hex(32), sequencer: sim.chance.hex(18).toUpperCase() },
    'request-id': sim.chance.hex(16).toUpperCase(),
    requester: 's3.amazonaws.com',
    reason: 'Lifecycle Expiration',
    'deletion-type': 'Permanently Deleted',
  });
}
