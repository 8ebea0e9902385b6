import type { Outcome } from '../aws-event';
import { fieldOf, textField, valueAt } from '../json-field';
import { statusFields } from './status-fields';
import { classifyStatusWord } from './status-word';
import { verdictOf, type OutcomeRule } from './verdict';

/** A rule for events whose coming is all the news. */
export function always(outcome: Outcome): OutcomeRule {
  return () => ({ outcome, field: 'detail-type' });
}

/** Elastic Beanstalk's health colours in words (Elastic Beanstalk developer guide, health statuses). */
const HEALTH = new Map<string, Outcome>([
  ['ok', 'success'],
  ['warning', 'warning'],
  ['degraded', 'warning'],
  ['severe', 'error'],
]);

/** An Elastic Beanstalk notice tells the health that an environment changed to, else in plain words. */
export const environmentNotice: OutcomeRule = (_envelope, detail) => {
  const message = textField(detail, 'Message') ?? textField(detail, 'message') ?? '';
  const health = / transitioned from .{1,40}? to (\w+)/.exec(message.slice(0, 400))?.[1];
  const told = HEALTH.get(health?.toLowerCase() ?? '');
  return verdictOf(told ?? classifyStatusWord(message.slice(0, 80)), 'detail.Message');
};

/** What S3 says of a replication in the name of the event. */
export const replication: OutcomeRule = (_envelope, detail) => {
  const reason = textField(detail, 'reason') ?? '';
  if (/Failed/.test(reason)) return { outcome: 'error', field: 'detail.reason' };
  return verdictOf(/Missed|NotTracked/.test(reason) ? 'warning' : null, 'detail.reason');
};

/** Unusual activity that CloudTrail Insights saw begin or end. */
export const insight: OutcomeRule = (_envelope, detail) => {
  const path = ['insightDetails', 'state'];
  const began = valueAt(detail, path) === 'Start';
  return verdictOf(began ? 'warning' : null, `detail.${path.join('.')}`);
};

const EXPERIMENT_STATES = new Map<string, Outcome>([
  ['completed', 'success'],
  ['stopped', 'warning'],
  ['cancelled', 'warning'],
  ['failed', 'error'],
]);

/** A fault-injection experiment that was stopped hit one of its stop conditions, or was stopped by hand. */
export const experiment: OutcomeRule = (_envelope, detail) => {
  const status = textField(fieldOf(detail, 'new-state'), 'status') ?? '';
  return verdictOf(EXPERIMENT_STATES.get(status) ?? null, 'detail.new-state.status');
};

const RECOVERY_POINTS = new Map<string, Outcome>([
  ['COMPLETED', 'success'],
  ['AVAILABLE', 'success'],
  ['PARTIAL', 'warning'],
  ['EXPIRED', 'neutral'],
  ['DELETING', 'neutral'],
  ['DELETED', 'neutral'],
]);

/** A recovery point that expires has reached the end of its life, as its plan says. */
export const recoveryPoint: OutcomeRule = (_envelope, detail) => {
  const name = Object.hasOwn(detail, 'status') ? 'status' : 'state';
  const told = RECOVERY_POINTS.get(textField(detail, name)?.toUpperCase() ?? '');
  return verdictOf(told ?? null, `detail.${name}`);
};

/** Parameter Store tells that a parameter will expire, or was left alone for too long; that it told so went well. */
export const parameterPolicy: OutcomeRule = (_envelope, detail) => {
  const told = classifyStatusWord(textField(detail, 'action-status') ?? '');
  if (told === 'error') return { outcome: told, field: 'detail.action-status' };
  const warns = /Notification$/.test(textField(detail, 'policy-type') ?? '');
  return { outcome: warns ? 'warning' : 'neutral', field: 'detail.policy-type' };
};

/** A message that has only come in holds no answer yet, whatever the status of its connection. */
export const socketMessage: OutcomeRule = (envelope, detail) => {
  const told = statusFields(envelope, detail);
  return told?.outcome === 'success' ? { outcome: 'neutral', field: told.field } : told;
};
