import type { Outcome } from '../aws-event';
import { asText, fieldOf, listOf, textField } from '../json-field';
import { classifyStatusWord } from './status-word';
import { gravest, verdictOf, type OutcomeRule } from './verdict';

/** RDS event categories (RDS user guide, event categories and messages). */
const CATEGORIES = new Map<string, Outcome>([
  ['failure', 'error'],
  ['low storage', 'warning'],
  ['failover', 'warning'],
]);
const SEVERITIES = new Map<string, Outcome>([
  ['ERROR', 'error'],
  ['WARNING', 'warning'],
]);

/** An event of RDS, Redshift or DMS tells by its categories, else by its severity; a notice without both by its words. */
export const database: OutcomeRule = (_envelope, detail) => {
  const categories = listOf(fieldOf(detail, 'EventCategories'));
  if (categories.length > 0)
    return gravest(
      categories.map((category) =>
        verdictOf(CATEGORIES.get(asText(category) ?? '') ?? null, 'detail.EventCategories'),
      ),
    );
  const severity = textField(detail, 'Severity')?.toUpperCase();
  if (severity !== undefined) return verdictOf(SEVERITIES.get(severity) ?? null, 'detail.Severity');
  const told = classifyStatusWord((textField(detail, 'Message') ?? '').slice(0, 80));
  return verdictOf(told === 'success' ? null : told, 'detail.Message');
};

/** An ElastiCache notice tells in the name of its event: a failover works, and still is a warning. */
export const cache: OutcomeRule = (_envelope, detail) => {
  const event = textField(detail, 'event') ?? '';
  const told = classifyStatusWord(event);
  const warns = told !== 'error' && /failover|scheduled/i.test(event);
  return verdictOf(warns ? 'warning' : told, 'detail.event');
};
