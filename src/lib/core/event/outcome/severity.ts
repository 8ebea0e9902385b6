import type { Json, JsonObject, Outcome } from '../aws-event';
import { asText, fieldOf, isObject, listOf, textField, valueAt } from '../json-field';
import { gravest, verdictOf, type OutcomeRule, type Verdict } from './verdict';

const NAMED = new Map<string, Outcome>([
  ['CRITICAL', 'error'],
  ['HIGH', 'error'],
  ['MEDIUM', 'warning'],
  ['MODERATE', 'warning'],
  ['LOW', 'neutral'],
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
  const workflow = valueAt(finding, ['Workflow', 'Status']);
  if (isClosed(asText(workflow))) return { outcome: 'success', field: `${path}.Workflow.Status` };
  if (valueAt(finding, ['Compliance', 'Status']) === 'PASSED')
    return { outcome: 'success', field: `${path}.Compliance.Status` };
  if (fieldOf(finding, 'RecordState') === 'ARCHIVED')
    return { outcome: 'neutral', field: `${path}.RecordState` };
  const name = fieldOf(finding, 'severity') === undefined ? 'Severity' : 'severity';
  return verdictOf(severityOutcome(fieldOf(finding, name), 100), `${path}.${name}`);
}

/** 70 % of the scale and more is high, 40 % and more medium, as GuardDuty and ASFF divide theirs. */
function severityOutcome(value: Json | undefined, scale: number): Outcome | null {
  if (typeof value === 'number') return numberOutcome(value / scale);
  if (typeof value === 'string') return NAMED.get(value.trim().toUpperCase()) ?? null;
  return isObject(value) ? objectOutcome(value, scale) : null;
}

function objectOutcome(severity: JsonObject, scale: number): Outcome | null {
  const name = textField(severity, 'Label') ?? textField(severity, 'description');
  const named = NAMED.get(name?.toUpperCase() ?? '');
  const number = fieldOf(severity, 'Normalized');
  return named ?? (typeof number === 'number' ? numberOutcome(number / scale) : null);
}

function numberOutcome(share: number): Outcome {
  if (share >= 0.7) return 'error';
  return share >= 0.4 ? 'warning' : 'neutral';
}

/** Whether a finding or a problem is settled. */
export function isClosed(status: string | null): boolean {
  return /^(?:resolved|closed|suppressed|archived)$/i.test(status ?? '');
}
