import { envelopeOf } from './envelope';
import type { TextShape } from './shape';
import { textNotice } from './text-notice';

/** A notice of AWS Budgets that came raw, without the envelope in which SNS tells a subject and a time. */
export const budgetNotice: TextShape = (text) => {
  const notice = text.startsWith('AWS Budget Notification') ? textNotice('', text) : null;
  return notice === null ? null : { envelope: envelopeOf(notice) };
};
