import type { Json, JsonObject, Outcome } from '../aws-event';
import { asText, fieldOf, isObject, listOf, textField, valueAt } from '../json-field';
import { gravest, verdictOf, type OutcomeRule, type Verdict } from './verdict';

/** However low, a finding is something to look at; what only informs is none. */
const NAMED = new Map<string, Outcome>([
  ['FATAL', 'error'],
  ['CRITICAL', 'error'],
  ['HIGH', 'error'],
  ['MEDIUM', 'warning'],
  ['MODERATE', 'warning'],
  ['LOW', 'warning'],
  ['INFORMATIONAL', 'neutral'],
  ['INFO', 'neutral'],
  ['UNTRIAGED', 'neutral'],
  ['NONE', 'neutral'],
]);

/** The severity of a finding of GuardDuty (number, 1 to 10), Inspector (name) or Macie (object with a description). */
export const findingSeverity: OutcomeRule = (_envelope, detail) => {
  if (isClosed(textField(detail, 'status'))) return { outcome: 'success', field: 'detail.status' };
  if (valueAt(detail, ['service', 'archived']) === true)
    return { outcome: 'neutral', field: 'detail.service.archived' };
  if (fieldOf(detail, 'archived') === true) return { outcome: 'neutral', field: 'detail.archived' };
  return verdictOf(severityOutcome(fieldOf(detail, 'severity'), 10), 'detail.severity');
};

/** Security Hub's findings, in ASFF or in OCSF with its lower-case names: the gravest that is still open. */
export const hubFindings: OutcomeRule = (_envelope, detail) =>
  gravest(listOf(fieldOf(detail, 'findings')).map(hubFinding));

/** Access that IAM Access Analyzer found from outside is a warning; what it could not look at, an error. */
export const accessFinding: OutcomeRule = (_envelope, detail) => {
  if (textField(detail, 'error') !== null) return { outcome: 'error', field: 'detail.error' };
  const status = textField(detail, 'status') ?? '';
  if (isClosed(status)) return { outcome: 'success', field: 'detail.status' };
  return verdictOf(status === 'ACTIVE' ? 'warning' : null, 'detail.status');
};

function hubFinding(finding: Json, index: number): Verdict | null {
  const path = `detail.findings.${String(index)}`;
  return settled(finding, path) ?? hubSeverity(finding, path);
}

/** Where a finding in ASFF or OCSF says that it is settled. */
const SETTLED: readonly (readonly [path: readonly string[], says: RegExp, outcome: Outcome])[] = [
  [['Workflow', 'Status'], /^(?:RESOLVED|SUPPRESSED)$/i, 'success'],
  [['Compliance', 'Status'], /^PASSED$/, 'success'],
  [['RecordState'], /^ARCHIVED$/, 'neutral'],
  [['status'], /^(?:Resolved|Suppressed|Archived|Closed)$/i, 'success'],
  [['activity_name'], /^Close$/i, 'success'],
  [['compliance', 'status'], /^Pass$/i, 'success'],
];

function settled(finding: Json, path: string): Verdict | null {
  for (const [steps, says, outcome] of SETTLED)
    if (says.test(asText(valueAt(finding, steps)) ?? ''))
      return { outcome, field: [path, ...steps].join('.') };
  return null;
}

/** Where a finding in ASFF or OCSF tells its severity, the field that the service fills last being first. */
const SEVERITIES = [
  ['Severity'],
  ['severity'],
  ['FindingProviderFields', 'Severity'],
  ['ProductFields', 'aws/securityhub/SeverityLabel'],
];

function hubSeverity(finding: Json, path: string): Verdict | null {
  for (const steps of SEVERITIES) {
    const outcome = severityOutcome(valueAt(finding, steps), 100);
    if (outcome !== null) return { outcome, field: [path, ...steps].join('.') };
  }
  return null;
}

/** 70 % of the scale and more is high, as GuardDuty and ASFF divide theirs; 0 only informs. */
function severityOutcome(value: Json | undefined, scale: number): Outcome | null {
  if (typeof value === 'number') return numberOutcome(value / scale);
  if (typeof value === 'string') return NAMED.get(value.trim().toUpperCase()) ?? null;
  return isObject(value) ? objectOutcome(value, scale) : null;
}

/** How products name their severity, and how they count it; a product's own count has a scale of its own. */
const NAMES = ['Label', 'description', 'Original'];
const COUNTS = ['Normalized', 'score', 'Product'];

function objectOutcome(severity: JsonObject, scale: number): Outcome | null {
  for (const name of NAMES) {
    const named = NAMED.get(textField(severity, name)?.toUpperCase() ?? '');
    if (named !== undefined) return named;
  }
  for (const name of COUNTS) {
    const count = fieldOf(severity, name);
    if (typeof count !== 'number') continue;
    return numberOutcome(count / (name === 'Product' ? scaleOf(count) : scale));
  }
  return null;
}

/** A product counts its severities to 10 or to 100. */
function scaleOf(count: number): number {
  return count <= 10 ? 10 : 100;
}

function numberOutcome(share: number): Outcome {
  if (share >= 0.7) return 'error';
  return share > 0 ? 'warning' : 'neutral';
}

/** Whether a finding or a problem is settled. */
export function isClosed(status: string | null): boolean {
  return /^(?:resolved|closed|suppressed|archived)$/i.test(status ?? '');
}
