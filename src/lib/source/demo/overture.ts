import type { Cloud } from './cloud';
import { DONE, taskState } from './services/container-events';
import { backup, glueJob } from './services/database-events';
import { streamRecord, type StreamEventName } from './services/dynamodb-events';
import { instanceState } from './services/ec2-events';
import { invocation, invocationResult } from './services/lambda-events';
import { scheduled } from './services/messaging-events';
import { buildState } from './services/pipeline-events';
import { objectCreated } from './services/s3-events';
import { roleAssumed } from './services/security-events';
import { schedule, type Steps } from './steps';
import { visit } from './visit';

const JOB = 'nightly-report';
const WORKER = 'i-0a1b2c3d4e5f60718';
const TASK = '5f0c2a9e7b1d4c3e8a6f5d4c3b2a1908';
const BUILD = '0b8f3e1a-6c2d-4f5e-9a7b-1c2d3e4f5a6b';

function settle({ sim }: Cloud): void {
  const change = sim.chance.pick<StreamEventName>(['INSERT', 'MODIFY', 'MODIFY', 'REMOVE']);
  sim.emit(streamRecord(sim, 'daily-totals', change, `total-${sim.chance.whole(1, 60)}`));
}

/**
 * The midnight batch: in twenty seconds nearly every voice is heard once, so that a listener knows at once what this
 * is. Nothing fails.
 */
const STEPS: Steps = [
  [20, ({ sim }) => sim.emit(scheduled(sim, JOB))],
  [450, ({ sim }) => sim.emit(invocation(sim, JOB, 'nightly-role'))],
  [1_250, ({ sim }) => sim.emit(objectCreated(sim, 'reports', `${JOB}.csv`, 18_400))],
  [2_000, ({ sim }) => sim.emit(instanceState(sim, WORKER, 'pending'))],
  [2_700, visit],
  [3_400, ({ sim }) => sim.emit(roleAssumed(sim, 'nightly-role'))],
  [3_900, ({ sim }) => sim.emit(instanceState(sim, WORKER, 'running'))],
  [4_500, settle],
  [5_000, settle],
  [5_300, ({ sim }) => sim.emit(taskState(sim, 'exporter', TASK, 'PROVISIONING'))],
  [5_700, settle],
  [6_300, ({ sim }) => sim.emit(backup(sim, 'shop-db', 'begins'))],
  [6_900, visit],
  [7_400, ({ sim }) => sim.emit(taskState(sim, 'exporter', TASK, 'RUNNING'))],
  [8_200, ({ sim }) => sim.emit(invocationResult(sim, 'make-thumbnail', { key: 'a' }, null))],
  [8_800, settle],
  [9_600, ({ sim }) => sim.emit(objectCreated(sim, 'shop-backups', 'shop-db.snap', 96_000_000))],
  [10_400, ({ sim }) => sim.emit(buildState(sim, 'nightly-tests', BUILD, 'IN_PROGRESS'))],
  [11_200, visit],
  [12_000, ({ sim }) => sim.emit(backup(sim, 'shop-db', 'ends'))],
  [12_900, ({ sim }) => sim.emit(glueJob(sim, 'sales-history', sim.chance.hex(64)))],
  [13_700, ({ sim }) => sim.emit(buildState(sim, 'nightly-tests', BUILD, 'SUCCEEDED'))],
  [15_100, ({ sim }) => sim.emit(invocationResult(sim, 'send-digest', {}, null))],
  [16_300, ({ sim }) => sim.emit(taskState(sim, 'exporter', TASK, 'STOPPED', DONE))],
  [17_200, ({ sim }) => sim.emit(objectCreated(sim, 'reports', 'sales-history.parquet', 740_000))],
  [18_600, ({ sim }) => sim.emit(instanceState(sim, WORKER, 'stopping'))],
  [19_800, ({ sim }) => sim.emit(instanceState(sim, WORKER, 'stopped'))],
];

export function overture(cloud: Cloud): void {
  schedule(cloud, STEPS, 150);
}
