import { asText, fieldOf } from '../json-field';
import { memo } from '../memo';
import type { OutcomeRule } from './verdict';

/** Work that ends by itself when nobody stops it; a machine or a service that is stopped is routine. */
const WORK =
  /(?:Build|Pipeline|Stage|Action|Job|Run|Execution|Deployment|Query|Crawler|Workflow|Transform|Tuning|Statement|Command|Operation)\b/i;
const STOPPED = /^(?:stop|stopped|killed|halted)$/i;
const MAX_REMEMBERED = 2_000;
const isWork = memo((detailType) => WORK.test(detailType), MAX_REMEMBERED);
const FIELDS = ['state', 'status', 'build-status', 'jobStatus', 'State', 'Status', 'currentState'];

/** A build, a job or a deployment that somebody or something stopped is a warning, unless its service calls it mere information. */
export const stoppedWork: OutcomeRule = (envelope, detail) => {
  if (!isWork(asText(fieldOf(envelope, 'detail-type')) ?? '')) return null;
  const name = FIELDS.find((field) => STOPPED.test(asText(fieldOf(detail, field)) ?? ''));
  if (name === undefined || fieldOf(detail, 'severity') === 'INFO') return null;
  return { outcome: 'warning', field: `detail.${name}` };
};
