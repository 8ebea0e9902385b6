import type { Json, JsonObject, Outcome } from '../aws-event';
import { isObject } from '../json-field';
import { memo } from '../memo';
import { classifyHttpStatus } from './http-status';
import { classifyStatusWord } from './status-word';
import { graver, verdictOf, type OutcomeRule, type Verdict } from './verdict';

/** Fields that tell a state, by how their names end: `state`, `build-status`, `TrainingJobStatus`, `complianceType` … */
const TELLS =
  /(?:status|state|result|outcome|conclusion|verdict|complianceType|condition|event_?type|phase|health)$/i;
const TELLS_CODE = /status[-_]?code$/i;
/** What was, or what shall be, is not what is. */
const OTHER_TIME = /^(?:previous|prev|prior|old|desired|requested|target|expected|from)/i;
/** Objects that hold the state one level down. */
const HOLDERS = new Set([
  'state',
  'status',
  'result',
  'status-details',
  'statusDetails',
  'newEvaluationResult',
  'new-state',
  'newState',
  'currentState',
  'outcome',
  'health',
  'check-item-detail',
  'scanResult',
  'scanResultDetails',
  'workflow_run',
  'workflow_job',
  'check_run',
  'check_suite',
  'deployment_status',
  'object_attributes',
  'build',
  'job',
  'execution',
  'deployment',
  'response',
  'requestContext',
  'responseContext',
  'record',
  'content',
]);

/** How a holder names the state that is now. */
const VALUES = ['value', 'current', 'name'];

/** Status, state and result fields of the detail, and of the objects that hold one. The gravest counts. */
export const statusFields: OutcomeRule = (_envelope, detail) => {
  let worst = inObject(detail, 'detail');
  for (const name in detail) {
    const value = detail[name];
    if (isObject(value) && HOLDERS.has(name)) worst = graver(worst, inHolder(value, name));
  }
  return worst;
};

function inHolder(holder: JsonObject, name: string): Verdict | null {
  const path = `detail.${name}`;
  let worst = inObject(holder, path);
  for (const key of VALUES) {
    const value = Object.hasOwn(holder, key) ? holder[key] : undefined;
    worst = graver(verdictOf(classify('state', value), `${path}.${key}`), worst);
  }
  return worst;
}

function inObject(object: JsonObject, path: string): Verdict | null {
  let worst: Verdict | null = null;
  for (const name in object) {
    const outcome = classify(name, object[name]);
    if (outcome !== null) worst = graver(worst, { outcome, field: `${path}.${name}` });
  }
  return worst;
}

function classify(name: string, value: Json | undefined): Outcome | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  return tells(name) === 'state' ? (classifyHttpStatus(value) ?? wordOf(value)) : null;
}

const MAX_REMEMBERED = 2_000;
const tells = memo(
  (name) =>
    TELLS_CODE.test(name) || (TELLS.test(name) && !OTHER_TIME.test(name)) ? 'state' : 'other',
  MAX_REMEMBERED,
);

function wordOf(value: string | number): Outcome | null {
  return typeof value === 'string' ? classifyStatusWord(value) : null;
}
