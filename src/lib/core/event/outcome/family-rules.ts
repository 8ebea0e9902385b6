import type { Json, Outcome } from '../aws-event';
import { asText, fieldOf, textField, valueAt } from '../json-field';
import { apiCall, serviceEvent, signIn } from './api-call';
import { classifyExitCode } from './general-rules';
import { findingSeverity, hubFindings } from './severity';
import { statusFields } from './status-fields';
import { graver, gravest, verdictOf, type OutcomeRule } from './verdict';

const ALARM_STATES = new Map<string, Outcome>([
  ['ALARM', 'error'],
  ['OK', 'success'],
  ['INSUFFICIENT_DATA', 'warning'],
]);

const HEALTH_CATEGORIES = new Map<string, Outcome>([
  ['issue', 'error'],
  ['scheduledChange', 'warning'],
  ['investigation', 'warning'],
  ['accountNotification', 'neutral'],
]);

/** RDS event categories (RDS user guide, event categories and messages). */
const RDS_CATEGORIES = new Map<string, Outcome>([
  ['failure', 'error'],
  ['low storage', 'warning'],
  ['failover', 'warning'],
]);

const SERVICE_ACTION_TYPES = new Map<string, Outcome>([
  ['ERROR', 'error'],
  ['WARN', 'warning'],
]);

const alarm: OutcomeRule = (_envelope, detail) => {
  const state = valueAt(detail, ['state', 'value']);
  const outcome = typeof state === 'string' ? ALARM_STATES.get(state) : undefined;
  return verdictOf(outcome ?? null, 'detail.state.value');
};

const health: OutcomeRule = (_envelope, detail) => {
  if (textField(detail, 'statusCode') === 'closed')
    return { outcome: 'success', field: 'detail.statusCode' };
  const category = textField(detail, 'eventTypeCategory') ?? '';
  return verdictOf(HEALTH_CATEGORIES.get(category) ?? null, 'detail.eventTypeCategory');
};

const database: OutcomeRule = (_envelope, detail) =>
  gravest(
    listOf(fieldOf(detail, 'EventCategories')).map((category) =>
      verdictOf(RDS_CATEGORIES.get(asText(category) ?? '') ?? null, 'detail.EventCategories'),
    ),
  );

/** A stopped task tells by its containers' exit codes, or by why it never started. */
const containerTask: OutcomeRule = (envelope, detail) => {
  if (/FailedToStart/i.test(textField(detail, 'stopCode') ?? ''))
    return { outcome: 'error', field: 'detail.stopCode' };
  const exits = listOf(fieldOf(detail, 'containers')).map((container, index) =>
    verdictOf(
      classifyExitCode(fieldOf(container, 'exitCode')),
      `detail.containers.${String(index)}.exitCode`,
    ),
  );
  return graver(gravest(exits), statusFields(envelope, detail));
};

const serviceAction: OutcomeRule = (_envelope, detail) => {
  const grave = SERVICE_ACTION_TYPES.get(textField(detail, 'eventType') ?? '');
  if (grave !== undefined) return { outcome: grave, field: 'detail.eventType' };
  const name = textField(detail, 'eventName') ?? '';
  const good = /STEADY_STATE|COMPLETED/.test(name) ? 'success' : null;
  return verdictOf(good, 'detail.eventName');
};

/** An image scan succeeds also when it finds holes; the holes are the news. */
const imageScan: OutcomeRule = (envelope, detail) => {
  const counts = fieldOf(detail, 'finding-severity-counts');
  const path = 'detail.finding-severity-counts';
  if (countOf(counts, 'CRITICAL') > 0) return { outcome: 'error', field: `${path}.CRITICAL` };
  if (countOf(counts, 'HIGH') > 0) return { outcome: 'warning', field: `${path}.HIGH` };
  return statusFields(envelope, detail);
};

/** Rules that decide alone for their detail-type. What they leave open stays neutral. */
export const FAMILY_RULES: ReadonlyMap<string, OutcomeRule> = new Map([
  ['AWS API Call via CloudTrail', apiCall],
  ['AWS Console Sign In via CloudTrail', signIn],
  ['AWS Console Action via CloudTrail', apiCall],
  ['AWS Service Event via CloudTrail', serviceEvent],
  ['CloudWatch Alarm State Change', alarm],
  ['AWS Health Event', health],
  ['GuardDuty Finding', findingSeverity],
  ['Inspector2 Finding', findingSeverity],
  ['Macie Finding', findingSeverity],
  ['Security Hub Findings - Imported', hubFindings],
  ['Security Hub Findings - Custom Action', hubFindings],
  ['RDS DB Instance Event', database],
  ['RDS DB Cluster Event', database],
  ['RDS DB Snapshot Event', database],
  ['RDS DB Cluster Snapshot Event', database],
  ['ECS Task State Change', containerTask],
  ['ECS Service Action', serviceAction],
  ['ECS Deployment State Change', serviceAction],
  ['ECR Image Scan', imageScan],
]);

function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}

function countOf(counts: Json | undefined, name: string): number {
  const count = fieldOf(counts, name);
  return typeof count === 'number' ? count : 0;
}
