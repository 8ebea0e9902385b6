import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../aws-event';
import { bridgeEvent } from '../fixtures/bodies';
import { outcomeOf } from './outcome';

function told(source: string, detail: JsonObject): string {
  const { outcome, field } = outcomeOf(bridgeEvent({ source, 'detail-type': 'alert', detail }));
  return `${outcome} by ${String(field)}`;
}

describe('an alert', () => {
  it.each<[JsonObject, string]>([
    [{ alert_status: 'Triggered', alert_type: 'metric alert' }, 'error by detail.alert_status'],
    [{ alert_type: 'error' }, 'error by detail.alert_type'],
    [{ alert_transition: 'Re-Triggered' }, 'error by detail.alert_transition'],
    [{ alert_transition: 'No Data' }, 'warning by detail.alert_transition'],
    [{ alert_transition: 'Recovered' }, 'success by detail.alert_transition'],
    [{ current_state: 'open', severity: 'LOW' }, 'error by detail.current_state'],
    [{ current_state: 'closed', severity: 'CRITICAL' }, 'success by detail.current_state'],
    [{ current_state: 'acknowledged' }, 'neutral by null'],
    [{ status: 'firing' }, 'error by detail.status'],
    [{ state: 'alerting' }, 'error by detail.state'],
    [{ status: 'open' }, 'neutral by null'],
    [{ state: 'triggered' }, 'neutral by null'],
  ])('of any source %j is %s', (detail, expected) => {
    expect(told('shop.monitors', detail)).toBe(expected);
  });

  it.each<[string, JsonObject, string]>([
    ['newrelic.com', { state: 'ACTIVATED', priority: 'CRITICAL' }, 'error by detail.state'],
    ['newrelic.com', { state: 'CLOSED', priority: 'CRITICAL' }, 'success by detail.state'],
    ['pagerduty.com', { status: 'triggered' }, 'error by detail.status'],
    ['dynatrace.com', { State: 'OPEN' }, 'error by detail.State'],
    ['zendesk.com', { status: 'open' }, 'neutral by null'],
  ])('of the partner %s %j is %s', (partner, detail, expected) => {
    expect(told(`aws.partner/${partner}/210987654321/ops`, detail)).toBe(expected);
  });
});
