import type { Json, JsonObject, Outcome } from '../aws-event';
import { asText, fieldOf, isObject } from '../json-field';
import { alertState } from './alert-state';
import { classifyErrorCode } from './error-code';
import { classifyExitCode } from './exit-code';
import { statusFields } from './status-fields';
import { stoppedWork } from './stopped-work';
import { graver, verdictOf, type OutcomeRule, type Verdict } from './verdict';

const ERROR_FIELDS = [
  'errorCode',
  'error-code',
  'error_code',
  'errorType',
  'errorMessage',
  'error',
  'errors',
  'exception',
  'failure',
  'functionError',
  'failureReason',
  'FailureReason',
  'failure-reason',
];
const EXIT_CODE_FIELDS = ['exitCode', 'ExitCode', 'exit_code', 'exit-code'];
const LEVEL_FIELDS = [
  'level',
  'logLevel',
  'log_level',
  'severityText',
  'severity_text',
  'alert_type',
];
/** How grave it is, not how it stands: a critical problem that is resolved is good news. */
const SEVERITY_FIELDS = ['severity', 'Severity', 'insightSeverity'];
/** `success: true` and `success: false`. */
const SUCCESS_FIELDS = ['success', 'succeeded', 'successful'];
const LEVELS = new Map<string, Outcome>([
  ['FATAL', 'error'],
  ['CRITICAL', 'error'],
  ['ERROR', 'error'],
  ['EMERGENCY', 'error'],
  ['HIGH', 'error'],
  ['WARN', 'warning'],
  ['WARNING', 'warning'],
  ['MEDIUM', 'warning'],
  ['SUCCESS', 'success'],
]);

/** A rule that classifies any of several fields of the detail; the gravest counts. */
function byFields(
  names: readonly string[],
  classify: (value: Json | undefined) => Outcome | null,
): OutcomeRule {
  return (_envelope, detail) => {
    let worst: Verdict | null = null;
    for (const name of names) {
      const outcome = Object.hasOwn(detail, name) ? classify(detail[name]) : null;
      if (outcome !== null) worst = graver(worst, { outcome, field: `detail.${name}` });
    }
    return worst;
  };
}

/** An event of Kubernetes, as Knative carries it, is `Normal` or a `Warning`. */
function clusterEvent(_envelope: JsonObject, detail: JsonObject): Verdict | null {
  const warns = fieldOf(detail, 'type') === 'Warning' && Object.hasOwn(detail, 'involvedObject');
  return verdictOf(warns ? 'warning' : null, 'detail.type');
}

/** Rules for the fields of events of any source; the gravest verdict counts. */
export const GENERAL_RULES: readonly OutcomeRule[] = [
  byFields(ERROR_FIELDS, classifyError),
  statusFields,
  byFields(SUCCESS_FIELDS, classifySuccess),
  byFields(EXIT_CODE_FIELDS, classifyExitCode),
  byFields(LEVEL_FIELDS, classifyLevel),
  stoppedWork,
  clusterEvent,
  alertState,
];

/** How grave an event is that does not tell how it stands. */
export const severityFields: OutcomeRule = byFields(SEVERITY_FIELDS, classifyLevel);

function classifyError(value: Json | undefined): Outcome | null {
  if (value === true) return 'error';
  if (typeof value === 'string') return classifyErrorCode(value);
  if (Array.isArray(value)) return value.length > 0 ? 'error' : null;
  return isObject(value) && Object.keys(value).length > 0 ? 'error' : null;
}

function classifySuccess(value: Json | undefined): Outcome | null {
  if (typeof value !== 'boolean') return null;
  return value ? 'success' : 'error';
}

function classifyLevel(value: Json | undefined): Outcome | null {
  return LEVELS.get(asText(value)?.toUpperCase() ?? '') ?? null;
}
