import type { Outcome } from '../aws-event';
import { textField, valueAt } from '../json-field';
import { gravest, verdictOf, type OutcomeRule } from './verdict';

/** What a receiving server answered for good, and what may still come right (SES developer guide, bounce types). */
const BOUNCE_TYPES = new Map<string, Outcome>([
  ['Permanent', 'error'],
  ['Undetermined', 'error'],
  ['Transient', 'warning'],
]);
/** What a mail holds; how its sender is known (SPF, DKIM, DMARC) fails for much honest mail. */
const VERDICTS = ['spamVerdict', 'virusVerdict'];

/** A mail that came back. */
export const bounce: OutcomeRule = (_envelope, detail) => {
  const path = ['bounce', 'bounceType'];
  const type = valueAt(detail, path);
  const known = typeof type === 'string' ? BOUNCE_TYPES.get(type) : undefined;
  if (known === undefined) return { outcome: 'error', field: 'detail-type' };
  return { outcome: known, field: `detail.${path.join('.')}` };
};

/** A mail that came in: spam or a virus is a warning; a scan that was not made, or is not sure, tells nothing. */
export const receivedMail: OutcomeRule = (_envelope, detail) =>
  gravest(
    VERDICTS.map((name) => {
      const status = textField(valueAt(detail, ['receipt', name]), 'status');
      return verdictOf(status === 'FAIL' ? 'warning' : null, `detail.receipt.${name}.status`);
    }),
  );
