import type { Outcome } from '../aws-event';
import { textField } from '../json-field';
import { verdictOf, type OutcomeRule } from './verdict';

/** Health's categories (Health user guide, event types). A scheduled change is a retirement, a reboot, an end of support. */
const CATEGORIES = new Map<string, Outcome>([
  ['issue', 'error'],
  ['scheduledChange', 'warning'],
  ['investigation', 'warning'],
  ['accountNotification', 'neutral'],
]);

/** An event of AWS Health: its category, until it is closed. */
export const health: OutcomeRule = (_envelope, detail) => {
  if (textField(detail, 'statusCode') === 'closed')
    return { outcome: 'success', field: 'detail.statusCode' };
  const category = textField(detail, 'eventTypeCategory') ?? '';
  return verdictOf(CATEGORIES.get(category) ?? null, 'detail.eventTypeCategory');
};
