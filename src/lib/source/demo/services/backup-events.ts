import type { JsonObject } from '../../../core/event/aws-event';
import type { Simulation } from '../simulation';
import { ACCOUNT, arn, envelope, REGION } from './envelope';

export type JobState = 'CREATED' | 'RUNNING' | 'COMPLETED';

/** One backup of a database by a plan. */
export interface BackupJob {
  readonly jobId: string;
  readonly database: string;
  readonly startedAt: string;
}

const VAULT = 'nightly';
const BYTES = 96_000_000;

function vaultArn(region: string): string {
  return `arn:aws:backup:${region}:${ACCOUNT}:backup-vault:${VAULT}`;
}

/** "Backup Job State Change" (Backup developer guide, "Monitoring events using EventBridge"). */
export function backupJob(sim: Simulation, job: BackupJob, state: JobState): JsonObject {
  const resourceArn = arn('rds', `db:${job.database}`);
  const isDone = state === 'COMPLETED';
  return envelope(
    sim,
    'aws.backup',
    'Backup Job State Change',
    isDone ? [arn('rds', `snapshot:awsbackup:job-${job.jobId}`)] : [],
    {
      backupJobId: job.jobId,
      backupSizeInBytes: String(isDone ? BYTES : 0),
      bytesTransferred: '0',
      backupVaultArn: vaultArn(REGION),
      backupVaultName: VAULT,
      creationDate: job.startedAt,
      iamRoleArn: `arn:aws:iam::${ACCOUNT}:role/service-role/AWSBackupDefaultServiceRole`,
      percentDone: isDone ? 100 : 0,
      resourceArn,
      resourceType: 'RDS',
      state,
      ...(isDone && { completionDate: sim.time }),
    },
  );
}

/** "Copy Job State Change": the backup is copied to a vault in another Region. */
export function copyJob(sim: Simulation, copyJobId: string, state: JobState): JsonObject {
  return envelope(sim, 'aws.backup', 'Copy Job State Change', [], {
    copyJobId,
    backupSizeInBytes: BYTES,
    creationDate: sim.time,
    iamRoleArn: `arn:aws:iam::${ACCOUNT}:role/service-role/AWSBackupDefaultServiceRole`,
    resourceArn: arn('rds', 'db:shop-db'),
    resourceType: 'RDS',
    sourceBackupVaultArn: vaultArn(REGION),
    destinationBackupVaultArn: vaultArn('eu-central-1'),
    destinationRecoveryPointArn: `arn:aws:rds:eu-central-1:${ACCOUNT}:snapshot:awsbackup:copyjob-${copyJobId}`,
    state,
    ...(state === 'COMPLETED' && { completionDate: sim.time }),
  });
}

/** "EBS Snapshot Notification" of a snapshot that is complete. */
export function snapshotDone(sim: Simulation, volumeId: string): JsonObject {
  const snapshotArn = `arn:aws:ec2::${REGION}:snapshot/snap-0${sim.chance.hex(16)}`;
  return envelope(sim, 'aws.ec2', 'EBS Snapshot Notification', [snapshotArn], {
    event: 'createSnapshot',
    result: 'succeeded',
    cause: '',
    'request-id': '',
    snapshot_id: snapshotArn,
    source: `arn:aws:ec2::${REGION}:volume/${volumeId}`,
    startTime: sim.time,
    endTime: sim.time,
  });
}
