import type { Outcome } from '../aws-event';
import { textField, valueAt } from '../json-field';
import { verdictOf, type OutcomeRule } from './verdict';

const ALARM_STATES = new Map<string, Outcome>([
  ['ALARM', 'error'],
  ['OK', 'success'],
  ['INSUFFICIENT_DATA', 'warning'],
]);

/** A CloudWatch alarm tells by the state it is in now. */
export const alarm: OutcomeRule = (_envelope, detail) => {
  const state = valueAt(detail, ['state', 'value']);
  const outcome = typeof state === 'string' ? ALARM_STATES.get(state) : undefined;
  return verdictOf(outcome ?? null, 'detail.state.value');
};

const ALERT_STATES = new Map<string, Outcome>([
  ['SET', 'error'],
  ['CLEARED', 'success'],
]);

/** An alert of the media services is set or cleared. */
export const mediaAlert: OutcomeRule = (_envelope, detail) => {
  const state = textField(detail, 'alarm_state')?.toUpperCase() ?? '';
  return verdictOf(ALERT_STATES.get(state) ?? null, 'detail.alarm_state');
};

const VIOLATIONS = new Map<string, Outcome>([
  ['in-alarm', 'error'],
  ['alarm-cleared', 'success'],
  ['alarm-invalidated', 'neutral'],
]);

/** A violation that IoT Device Defender found begins or ends. */
export const deviceViolation: OutcomeRule = (_envelope, detail) => {
  const type = textField(detail, 'violationEventType') ?? '';
  return verdictOf(VIOLATIONS.get(type) ?? null, 'detail.violationEventType');
};

const MODEL_STATES = new Map<string, Outcome>([
  ['ACTIVE', 'error'],
  ['LATCHED', 'error'],
  ['NORMAL', 'success'],
]);

/** An alarm of IoT Events names its state in one of two places. */
export const modelAlarm: OutcomeRule = (_envelope, detail) => {
  const named = valueAt(detail, ['alarmState', 'stateName']);
  const state = typeof named === 'string' ? named : (textField(detail, 'state') ?? '');
  const field = typeof named === 'string' ? 'detail.alarmState.stateName' : 'detail.state';
  return verdictOf(MODEL_STATES.get(state) ?? null, field);
};
