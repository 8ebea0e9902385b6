import { watchAlarms } from '../alarm-watch';
import type { Cloud } from '../cloud';
import { Disk } from '../disk';
import { backupJob, copyJob, snapshotDone, type JobState } from '../services/backup-events';
import { certificateRenewed, renewalTold } from '../services/certificate-events';
import { DONE, taskState } from '../services/container-events';
import { backup, glueJob } from '../services/database-events';
import { streamRecord } from '../services/dynamodb-events';
import { instanceState, type InstanceState } from '../services/ec2-events';
import { dataKeyMade, keyRotated, secretRotated } from '../services/key-events';
import { invocation, invocationResult } from '../services/lambda-events';
import { scheduled } from '../services/messaging-events';
import { buildState } from '../services/pipeline-events';
import { objectCreated, objectExpired } from '../services/s3-events';
import { roleAssumed } from '../services/security-events';
import { schedule, type Steps } from '../steps';
import { visit } from '../visit';

const KEY = '0f9b2c1d-7a6e-4d5c-8b3a-2e1f0d9c8b7a';
const WORKER = 'i-0a1b2c3d4e5f60718';

/** When each piece of work begins; between them nothing happens. The latest that a job ends leaves 15 s of silence. */
const LIFECYCLE_MS = 28_000;
const REPORT_MS = 57_000;
const CERTIFICATE_MS = 110_000;
const ROTATION_MS = 134_000;
const MORNING_MS = 160_000;
const JITTER_MS = 800;

/** Ten at night to six in the morning: work by the clock, and long silences between. */
export function nightShift(cloud: Cloud): void {
  const { sim } = cloud;
  backUp(cloud);
  const late = () => sim.chance.between(0, JITTER_MS);
  sim.after(LIFECYCLE_MS + late(), () => expire(cloud));
  sim.after(REPORT_MS + late(), () => report(cloud));
  sim.after(CERTIFICATE_MS + late(), () => renew(cloud));
  sim.after(ROTATION_MS + late(), () => rotate(cloud));
  sim.after(MORNING_MS + late(), () => wakeUp(cloud));
}

function backUp(cloud: Cloud): void {
  const { sim } = cloud;
  const job = { jobId: sim.chance.uuid(), database: 'shop-db', startedAt: sim.time };
  const tell = (state: JobState) => () => sim.emit(backupJob(sim, job, state));
  schedule(
    cloud,
    [
      [20, () => sim.emit(scheduled(sim, 'nightly-backup'))],
      [600, tell('CREATED')],
      [1_300, () => sim.emit(roleAssumed(sim, 'backup-role'))],
      [2_000, tell('RUNNING')],
      [2_700, () => sim.emit(dataKeyMade(sim, KEY, 'backup-role'))],
      [3_500, () => sim.emit(backup(sim, 'shop-db', 'begins'))],
      [6_400, () => sim.emit(backup(sim, 'shop-db', 'ends'))],
      [7_200, tell('COMPLETED')],
      [8_200, () => sim.emit(objectCreated(sim, 'shop-backups', 'shop-db.snap', 96_000_000))],
      [9_300, () => sim.emit(snapshotDone(sim, 'vol-0b1c2d3e4f5061728'))],
    ],
    150,
  );
}

/** Objects and items whose time is over go, one after the other. */
function expire(cloud: Cloud): void {
  const { sim } = cloud;
  const many = sim.chance.whole(7, 10);
  let atMs = 0;
  for (let i = 0; i < many; i += 1) {
    sim.after(atMs, () => sim.emit(objectExpired(sim, 'reports', `old/${sim.chance.hex(6)}.csv`)));
    if (i % 3 === 1)
      sim.after(atMs + 300, () =>
        sim.emit(streamRecord(sim, 'sessions', 'REMOVE', sim.chance.hex(6))),
      );
    atMs += Math.min(1_800, sim.chance.exponential(700));
  }
}

/** The nightly report writes more than the disk likes; the rotation of the logs makes room, and the alarm clears. */
function report(cloud: Cloud): void {
  const { sim } = cloud;
  const disk = new Disk();
  watchAlarms(cloud, [disk.watch]);
  const task = sim.chance.hex(32);
  const machine = (state: InstanceState) => () => sim.emit(instanceState(sim, WORKER, state));
  const steps: Steps = [
    [0, () => sim.emit(scheduled(sim, 'nightly-report'))],
    [500, () => sim.emit(invocation(sim, 'nightly-report', 'report-role'))],
    [1_100, machine('pending')],
    [2_600, machine('running')],
    [3_400, () => sim.emit(taskState(sim, 'nightly-report', task, 'PROVISIONING'))],
    [4_900, () => sim.emit(taskState(sim, 'nightly-report', task, 'RUNNING'))],
    [5_500, () => disk.fill(34)],
    [15_500, () => sim.emit(scheduled(sim, 'rotate-logs'))],
    [16_000, () => sim.emit(invocation(sim, 'rotate-logs', 'report-role'))],
    [16_500, () => disk.free(38)],
    [18_000, () => sim.emit(objectCreated(sim, 'reports', 'logs.gz', 12_400_000))],
    [20_500, () => sim.emit(objectCreated(sim, 'reports', 'nightly.parquet', 740_000))],
    [21_700, () => sim.emit(taskState(sim, 'nightly-report', task, 'STOPPED', DONE))],
    [22_800, () => sim.emit(glueJob(sim, 'sales-history', sim.chance.hex(64)))],
    [29_500, machine('stopping')],
    [31_500, machine('stopped')],
  ];
  schedule(cloud, steps, 150);
}

function renew(cloud: Cloud): void {
  const id = cloud.sim.chance.uuid();
  schedule(
    cloud,
    [
      [0, ({ sim }) => sim.emit(certificateRenewed(sim, 'shop.example.com', id))],
      [2_200, ({ sim }) => sim.emit(renewalTold(sim, id))],
      [4_500, ({ sim }) => sim.emit(scheduled(sim, 'health-check'))],
      [4_900, ({ sim }) => sim.emit(invocation(sim, 'health-check', 'health-role'))],
    ],
    150,
  );
}

function rotate(cloud: Cloud): void {
  schedule(
    cloud,
    [
      [0, ({ sim }) => sim.emit(keyRotated(sim, KEY))],
      [1_800, ({ sim }) => sim.emit(scheduled(sim, 'rotate-secrets'))],
      [2_400, ({ sim }) => sim.emit(invocation(sim, 'rotate-pay-key', 'rotation-role'))],
      [4_400, ({ sim }) => sim.emit(secretRotated(sim, 'pay-key'))],
      [5_600, ({ sim }) => sim.emit(dataKeyMade(sim, KEY, 'rotation-role'))],
    ],
    150,
  );
}

/** The copy to another Region, the tests of the night, and the first visitors. */
function wakeUp(cloud: Cloud): void {
  const { sim } = cloud;
  const [copy, build] = [sim.chance.uuid(), sim.chance.uuid()];
  const steps: Steps = [
    [0, () => sim.emit(copyJob(sim, copy, 'CREATED'))],
    [1_500, () => sim.emit(copyJob(sim, copy, 'RUNNING'))],
    [3_200, () => sim.emit(scheduled(sim, 'nightly-tests'))],
    [3_900, () => sim.emit(buildState(sim, 'nightly-tests', build, 'IN_PROGRESS'))],
    [7_000, () => sim.emit(copyJob(sim, copy, 'COMPLETED'))],
    [10_500, () => sim.emit(buildState(sim, 'nightly-tests', build, 'SUCCEEDED'))],
    [13_500, visit],
    [15_500, () => sim.emit(invocationResult(sim, 'send-digest', {}, null))],
    [18_000, visit],
    [20_500, visit],
    [22_000, visit],
  ];
  schedule(cloud, steps, 150);
}
