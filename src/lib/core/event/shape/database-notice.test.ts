import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../aws-event';
import { bridgeEvent, only } from '../fixtures/bodies';
import { inSns } from '../fixtures/reading-line';

const notice = (fields: JsonObject) =>
  only(
    inSns({
      'Event Source': 'db-instance',
      'Event Time': '2025-05-06 07:08:00.000',
      'Source ID': 'ledger',
      'Event Message': 'It happened.',
      ...fields,
    }),
  );
const ofId = (id: string, message = 'It happened.') =>
  notice({ 'Event ID': `http://docs.example/USER_Events.html#${id}`, 'Event Message': message });

describe('a notice of RDS that tells its id alone', () => {
  it.each([
    ['RDS-EVENT-0049', 'warning', 'failover'],
    ['RDS-EVENT-0013', 'warning', 'failover'],
    ['RDS-EVENT-0069', 'error', 'failover'],
    ['RDS-EVENT-0089', 'warning', 'low storage'],
    ['RDS-EVENT-0007', 'warning', 'low storage'],
    ['RDS-EVENT-0031', 'error', 'failure'],
    ['RDS-EVENT-0220', 'warning', 'failure'],
    ['RDS-EVENT-0420', 'success', 'failure'],
    ['RDS-EVENT-0221', 'error', undefined],
    ['RDS-EVENT-0045', 'warning', undefined],
    ['RDS-EVENT-0026', 'warning', undefined],
    ['RDS-EVENT-0002', 'neutral', undefined],
    ['RDS-EVENT-0006', 'neutral', undefined],
  ])('%s is %s', (id, outcome, category) => {
    const { detail, outcome: told } = ofId(id);
    expect(told).toBe(outcome);
    expect((detail as JsonObject)['EventCategories']).toEqual(category ? [category] : []);
  });

  it('is an error where no storage is left', () => {
    expect(ofId('RDS-EVENT-0007', 'Allocated storage has been exhausted.').outcome).toBe('error');
  });

  it('says the same as its event by EventBridge', () => {
    const detail = { EventCategories: ['failover'], EventID: 'RDS-EVENT-0049', Message: 'Done.' };
    const event = only(
      bridgeEvent({ source: 'aws.rds', 'detail-type': 'RDS DB Instance Event', detail }),
    );
    const { outcome, outcomeField, detailType } = ofId('RDS-EVENT-0049');
    expect([outcome, outcomeField, detailType]).toEqual([
      event.outcome,
      event.outcomeField,
      event.detailType,
    ]);
  });
});

describe('a notice of a database without an id that we know', () => {
  it.each([
    ['The free storage capacity of ledger is low at 7 %.', 'warning'],
    ['Failed over to the standby.', 'warning'],
    ['The upgrade failed.', 'error'],
    ['The snapshot was created successfully.', 'neutral'],
    ['Follow-up of the maintenance.', 'neutral'],
  ])('tells by its words: %s', (message, outcome) => {
    expect(ofId('RDS-EVENT-9999', message).outcome).toBe(outcome);
  });

  it.each([
    ['db-proxy', {}, 'RDS DB Proxy Event', 'neutral'],
    ['cluster', { Severity: 'ERROR' }, 'Redshift Cluster Event', 'error'],
    ['cluster', { Severity: 'INFO' }, 'Redshift Cluster Event', 'neutral'],
    [
      'replication-task',
      { 'Event Categories': ['failure'] },
      'DMS Replication Task Event',
      'error',
    ],
  ])('%s %j', (kind, fields, detailType, outcome) => {
    const read = notice({ 'Event Source': kind, ...fields });
    expect([read.detailType, read.outcome]).toEqual([detailType, outcome]);
  });
});

describe('a notice of ElastiCache', () => {
  it.each([
    ['FailoverComplete', 'warning'],
    ['NodeReplacementScheduled', 'warning'],
    ['CacheNodeReplaceStarted', 'warning'],
    ['CacheNodeReplaceComplete', 'success'],
    ['SnapshotFailed', 'error'],
    ['NodeReplacementCanceled', 'neutral'],
    ['ServiceUpdateAvailableForNode', 'neutral'],
    ['CacheNodesRebooted', 'neutral'],
  ])('%s is %s', (event, outcome) => {
    expect(only(inSns({ [`ElastiCache:${event}`]: 'sessions' })).outcome).toBe(outcome);
  });
});
