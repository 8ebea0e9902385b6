import type { JsonObject, Outcome } from '../aws-event';
import { asText, fieldOf, textField } from '../json-field';
import { gravest, verdictOf, type OutcomeRule } from './verdict';
import { wordsOf } from './words';

/** How monitoring products name the state of an alert (Datadog, New Relic, PagerDuty, Opsgenie, Dynatrace, Grafana). */
const STATES = new Map<string, Outcome>([
  ['TRIGGERED', 'error'],
  ['RE TRIGGERED', 'error'],
  ['TRIGGER', 'error'],
  ['FIRING', 'error'],
  ['ALERT', 'error'],
  ['ALERTING', 'error'],
  ['ACTIVATED', 'error'],
  ['OPEN', 'error'],
  ['OPENED', 'error'],
  ['CRITICAL', 'error'],
  ['WARN', 'warning'],
  ['WARNING', 'warning'],
  ['NO DATA', 'warning'],
  ['RECOVERED', 'success'],
  ['RESOLVED', 'success'],
  ['CLOSED', 'success'],
  ['NORMAL', 'success'],
  ['OK', 'success'],
]);
/** Fields that tell of nothing but an alert. */
const ALERT_FIELDS = [
  'alert_status',
  'alert_state',
  'alert_transition',
  'alertStatus',
  'alertState',
  'incident_status',
  'incident_state',
  'current_state',
];
/** Fields that tell of an alert where one of these products sends the event. */
const PARTNER_FIELDS = [...ALERT_FIELDS, 'status', 'state', 'State'];
const PARTNER =
  /^aws\.partner\/(?:datadog|newrelic|pagerduty|opsgenie|dynatrace|grafana|signalfx|sumologic|splunk)\b/i;
const MAX_CHARS = 40;

/** An alert of a monitoring product tells by the state it is in. */
export const alertState: OutcomeRule = (envelope, detail) => {
  const source = textField(envelope, 'source') ?? '';
  const names = PARTNER.test(source) ? PARTNER_FIELDS : ALERT_FIELDS;
  return gravest(names.map((name) => verdictOf(stateIn(detail, name), `detail.${name}`)));
};

function stateIn(detail: JsonObject, name: string): Outcome | null {
  const state = asText(fieldOf(detail, name));
  return state === null ? null : (STATES.get(wordsOf(state.slice(0, MAX_CHARS))) ?? null);
}
