import type { JsonObject } from '../../../core/event/aws-event';
import type { Simulation } from '../simulation';
import { arn, envelope } from './envelope';

/** "RDS DB Instance Event" of the backup category (RDS user guide, "Event categories": 0001 and 0002). */
export function backup(sim: Simulation, instance: string, phase: 'begins' | 'ends'): JsonObject {
  const instanceArn = arn('rds', `db:${instance}`);
  return envelope(sim, 'aws.rds', 'RDS DB Instance Event', [instanceArn], {
    EventCategories: ['backup'],
    EventID: phase === 'begins' ? 'RDS-EVENT-0001' : 'RDS-EVENT-0002',
    SourceType: 'DB_INSTANCE',
    SourceArn: instanceArn,
    SourceIdentifier: instance,
    Date: new Date(sim.wallMs).toISOString(),
    Message: phase === 'begins' ? 'Backing up DB instance' : 'Finished DB instance backup',
  });
}

/** "Glue Job State Change". */
export function glueJob(sim: Simulation, job: string, runId: string): JsonObject {
  return envelope(sim, 'aws.glue', 'Glue Job State Change', [], {
    jobName: job,
    jobRunId: `jr_${runId}`,
    severity: 'INFO',
    state: 'SUCCEEDED',
    message: 'Job run succeeded',
  });
}

/** "Glue Data Catalog Table State Change": partitions that a crawler found. */
export function partitionsAdded(sim: Simulation, database: string, table: string): JsonObject {
  const tableArn = arn('glue', `table/${database}/${table}`);
  return envelope(sim, 'aws.glue', 'Glue Data Catalog Table State Change', [tableArn], {
    databaseName: database,
    tableName: table,
    typeOfChange: 'BatchCreatePartition',
    changedPartitions: [`[${sim.time.slice(0, 10)}]`],
  });
}
