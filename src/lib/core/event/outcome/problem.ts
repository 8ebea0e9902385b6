import { textField } from '../json-field';
import { isClosed } from './severity';
import { statusFields } from './status-fields';
import type { OutcomeRule } from './verdict';

const GRAVE = /^(?:high|critical)$/i;

/** A problem that X-Ray or Application Insights sees is a warning, a grave one an error, until it is closed. */
export const problem: OutcomeRule = (_envelope, detail) => {
  const name = Object.hasOwn(detail, 'State') ? 'State' : 'status';
  if (isClosed(textField(detail, name))) return { outcome: 'success', field: `detail.${name}` };
  if (GRAVE.test(textField(detail, 'severity') ?? ''))
    return { outcome: 'error', field: 'detail.severity' };
  return { outcome: 'warning', field: 'detail-type' };
};

/** That an update is available is no success yet. */
export const updateNotice: OutcomeRule = (envelope, detail) =>
  /^available$/i.test(textField(detail, 'status') ?? '')
    ? { outcome: 'neutral', field: 'detail.status' }
    : statusFields(envelope, detail);

/** What DevOps Guru found and is still open: how grave it is, and at least a warning. */
export const openInsight: OutcomeRule = (_envelope, detail) => {
  const grave = GRAVE.test(textField(detail, 'insightSeverity') ?? '');
  return { outcome: grave ? 'error' : 'warning', field: 'detail.insightSeverity' };
};
