import type { Json, Outcome } from '../aws-event';
import { asText, fieldOf, isObject } from '../json-field';
import { classifyErrorCode } from './error-code';
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
  'exception',
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
];
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
  exitCode,
  logLevel,
  detailTypeWords,
];

/** 0 is a success, any other whole number an error; null for what is no exit code. */
export function classifyExitCode(value: Json | undefined): Outcome | null {
  if (typeof value !== 'number' || !Number.isInteger(value)) return null;
  return value === 0 ? 'success' : 'error';
}

function classifyError(value: Json | undefined): Outcome | null {
  if (value === true) return 'error';
  if (typeof value === 'string') return classifyErrorCode(value);
  return isObject(value) && Object.keys(value).length > 0 ? 'error' : null;
}
