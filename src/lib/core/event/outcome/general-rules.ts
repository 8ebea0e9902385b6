import type { Json, Outcome } from '../aws-event';
import { asText, fieldOf, isObject } from '../json-field';
import { classifyErrorCode } from './error-code';
import { classifyExitCode } from './exit-code';
import { statusFields } from './status-fields';
import { classifyStatusWord } from './status-word';
import { gravest, verdictOf, type OutcomeRule } from './verdict';

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
  'severity',
  'insightSeverity',
  'alert_type',
];
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
]);

/** The words of the detail-type itself: `EC2 Instance Launch Unsuccessful`. */
const detailTypeWords: OutcomeRule = (envelope) => {
  const name = fieldOf(envelope, 'detail-type');
  return typeof name === 'string' ? verdictOf(classifyStatusWord(name), 'detail-type') : null;
};

const errorFields: OutcomeRule = (_envelope, detail) =>
  gravest(
    ERROR_FIELDS.map((name) => verdictOf(classifyError(fieldOf(detail, name)), `detail.${name}`)),
  );

/** `success: true` and `success: false`. */
const successFields: OutcomeRule = (_envelope, detail) =>
  gravest(
    SUCCESS_FIELDS.map((name) => {
      const value = fieldOf(detail, name);
      if (typeof value !== 'boolean') return null;
      return { outcome: value ? 'success' : 'error', field: `detail.${name}` };
    }),
  );

const exitCode: OutcomeRule = (_envelope, detail) =>
  gravest(
    EXIT_CODE_FIELDS.map((name) =>
      verdictOf(classifyExitCode(fieldOf(detail, name)), `detail.${name}`),
    ),
  );

const logLevel: OutcomeRule = (_envelope, detail) =>
  gravest(
    LEVEL_FIELDS.map((name) => {
      const level = asText(fieldOf(detail, name))?.toUpperCase() ?? '';
      return verdictOf(LEVELS.get(level) ?? null, `detail.${name}`);
    }),
  );

/** Rules for events of any source; the gravest verdict counts. */
export const GENERAL_RULES: readonly OutcomeRule[] = [
  errorFields,
  statusFields,
  successFields,
  exitCode,
  logLevel,
  detailTypeWords,
];

function classifyError(value: Json | undefined): Outcome | null {
  if (value === true) return 'error';
  if (typeof value === 'string') return classifyErrorCode(value);
  if (Array.isArray(value)) return value.length > 0 ? 'error' : null;
  return isObject(value) && Object.keys(value).length > 0 ? 'error' : null;
}
