import type { Json, JsonObject } from '../aws-event';
import { asText, fieldOf, textField } from '../json-field';
import { databaseCategory } from './database-categories';
import { envelopeOf } from './envelope';
import type { Shape } from './shape';

interface Reporter {
  readonly source: string;
  readonly detailType: string;
}

/** Who reports, by what RDS, Redshift and DMS write into `Event Source`. */
const REPORTERS = new Map<string, Reporter>([
  ['db-instance', { source: 'aws.rds', detailType: 'RDS DB Instance Event' }],
  ['db-cluster', { source: 'aws.rds', detailType: 'RDS DB Cluster Event' }],
  ['db-snapshot', { source: 'aws.rds', detailType: 'RDS DB Snapshot Event' }],
  ['db-cluster-snapshot', { source: 'aws.rds', detailType: 'RDS DB Cluster Snapshot Event' }],
  ['db-security-group', { source: 'aws.rds', detailType: 'RDS DB Security Group Event' }],
  ['db-parameter-group', { source: 'aws.rds', detailType: 'RDS DB Parameter Group Event' }],
  ['db-proxy', { source: 'aws.rds', detailType: 'RDS DB Proxy Event' }],
  ['blue-green-deployment', { source: 'aws.rds', detailType: 'RDS Blue Green Deployment Event' }],
  ['custom-engine-version', { source: 'aws.rds', detailType: 'RDS Custom Engine Version Event' }],
  ['cluster', { source: 'aws.redshift', detailType: 'Redshift Cluster Event' }],
  ['cluster-snapshot', { source: 'aws.redshift', detailType: 'Redshift Snapshot Event' }],
  ['replication-instance', { source: 'aws.dms', detailType: 'DMS Replication Instance Event' }],
  ['replication-task', { source: 'aws.dms', detailType: 'DMS Replication Task Event' }],
]);
const OTHER: Reporter = { source: 'aws.rds', detailType: 'RDS Event' };

/** A notice of RDS, Redshift or DMS by SNS, its fields named as in RDS's EventBridge events. */
export const databaseNotice: Shape = (value) => {
  const kind = textField(value, 'Event Source')?.toLowerCase().replace(/[\s_]/g, '-') ?? null;
  const message = textField(value, 'Event Message');
  if (kind === null || message === null) return null;
  return {
    envelope: envelopeOf({
      ...(REPORTERS.get(kind) ?? OTHER),
      time: fieldOf(value, 'Event Time'),
      arn: fieldOf(value, 'Source ARN'),
      detail: {
        SourceIdentifier: nameOf(value),
        EventID: eventIdOf(value),
        EventCategories: categoriesOf(value),
        ...severityOf(value),
        Message: message,
      },
    }),
  };
};

const CACHE_PREFIX = 'ElastiCache:';

/** A notice of ElastiCache by SNS: one field, its name the event and its value the cluster. */
export const cacheNotice: Shape = (value) => {
  const name = Object.keys(value).find((key) => key.startsWith(CACHE_PREFIX));
  if (name === undefined) return null;
  const event = name.slice(CACHE_PREFIX.length);
  return {
    envelope: envelopeOf({
      source: 'aws.elasticache',
      detailType: 'ElastiCache Notification',
      detail: { event, clusterName: asText(value[name]), ...value },
    }),
  };
};

function nameOf(notice: JsonObject): string | null {
  return (
    textField(notice, 'Source ID') ??
    textField(notice, 'SourceId') ??
    textField(notice, 'Resource') ??
    textField(notice, 'Source ARN')
  );
}

/** Notices give the id as the fragment of a link to its documentation. */
function eventIdOf(notice: JsonObject): string | null {
  const link =
    textField(notice, 'Event ID') ??
    textField(notice, 'Event Id') ??
    textField(notice, 'About this Event');
  return link?.split('#').at(-1) ?? null;
}

function severityOf(notice: JsonObject): JsonObject {
  const severity = textField(notice, 'Severity');
  return severity === null ? {} : { Severity: severity };
}

function categoriesOf(notice: JsonObject): Json {
  const told = fieldOf(notice, 'Event Categories');
  if (Array.isArray(told)) return told as readonly Json[];
  const category = databaseCategory(eventIdOf(notice));
  return category === null ? [] : [category];
}
