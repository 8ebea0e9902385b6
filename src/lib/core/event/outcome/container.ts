import type { Outcome } from '../aws-event';
import { fieldOf, listOf, textField } from '../json-field';
import { classifyExitCode } from './exit-code';
import { statusFields } from './status-fields';
import { graver, gravest, verdictOf, type OutcomeRule } from './verdict';

/** Why ECS stopped a task (ECS API reference, stopCode), where that alone tells. */
const STOP_CODES = new Map<string, Outcome>([
  ['TaskFailedToStart', 'error'],
  ['SpotInterruption', 'warning'],
  ['TerminationNotice', 'warning'],
]);
/** Tasks that somebody meant to stop: their exit codes tell of the signal that stopped them. */
const MEANT = new Set(['ServiceSchedulerInitiated', 'UserInitiated']);
const UNHEALTHY = /health check/i;
/** How ECS words that a task could not start or run (ECS developer guide, stopped tasks errors). */
const BROKEN = /\b(?:\w+Error\b|failed\b|unhealthy\b|OutOfMemory)/;

const SERVICE_ACTION_TYPES = new Map<string, Outcome>([
  ['ERROR', 'error'],
  ['WARN', 'warning'],
]);

/** A stopped task tells by why it was stopped, else by its containers' exit codes. */
export const containerTask: OutcomeRule = (envelope, detail) => {
  const code = textField(detail, 'stopCode') ?? '';
  const told = STOP_CODES.get(code);
  if (told !== undefined) return { outcome: told, field: 'detail.stopCode' };
  if (MEANT.has(code)) {
    const failing = UNHEALTHY.test(textField(detail, 'stoppedReason') ?? '');
    return verdictOf(failing ? 'error' : null, 'detail.stoppedReason');
  }
  if (BROKEN.test(textField(detail, 'stoppedReason') ?? ''))
    return { outcome: 'error', field: 'detail.stoppedReason' };
  const exits = listOf(fieldOf(detail, 'containers')).map((container, index) =>
    verdictOf(
      classifyExitCode(fieldOf(container, 'exitCode')),
      `detail.containers.${String(index)}.exitCode`,
    ),
  );
  return graver(gravest(exits), statusFields(envelope, detail));
};

/** What an ECS service reports of itself and its deployments. */
export const serviceAction: OutcomeRule = (_envelope, detail) => {
  const grave = SERVICE_ACTION_TYPES.get(textField(detail, 'eventType') ?? '');
  if (grave !== undefined) return { outcome: grave, field: 'detail.eventType' };
  const name = textField(detail, 'eventName') ?? '';
  const good = /STEADY_STATE|COMPLETED/.test(name) ? 'success' : null;
  return verdictOf(good, 'detail.eventName');
};

/** An image scan succeeds also when it finds holes; the holes are the news. */
export const imageScan: OutcomeRule = (envelope, detail) => {
  const counts = fieldOf(detail, 'finding-severity-counts');
  const path = 'detail.finding-severity-counts';
  if (countOf(counts, 'CRITICAL') > 0) return { outcome: 'error', field: `${path}.CRITICAL` };
  if (countOf(counts, 'HIGH') > 0) return { outcome: 'warning', field: `${path}.HIGH` };
  return statusFields(envelope, detail);
};

function countOf(counts: Parameters<typeof fieldOf>[0], name: string): number {
  const count = fieldOf(counts, name);
  return typeof count === 'number' ? count : 0;
}
