import { fieldOf, listOf, textField } from '../json-field';
import { stateWordsOf } from './state-words';
import { nameOr, type Titler } from './titler';

/** What became of an asynchronous call: `orders-worker failed`. */
export const invocation: Titler = (event) =>
  `${nameOr(event, 'A function')} ${event.outcome === 'error' ? 'failed' : 'succeeded'}`;

/** A stage or an action of a pipeline: `shop: Deploy failed`. */
export const pipelineStep: Titler = (event) => {
  const step = textField(event.detail, 'action') ?? textField(event.detail, 'stage');
  const words = stateWordsOf(event);
  return step === null || words === null ? null : `${event.key}: ${step} ${words}`;
};

const SERVICE_EVENTS = new Map([
  ['SERVICE_DEPLOYMENT_IN_PROGRESS', 'deploys'],
  ['SERVICE_DEPLOYMENT_COMPLETED', 'deployed'],
  ['SERVICE_DEPLOYMENT_FAILED', 'failed to deploy'],
  ['SERVICE_STEADY_STATE', 'is steady'],
  ['SERVICE_TASK_START_IMPAIRED', 'cannot start tasks'],
  ['SERVICE_TASK_PLACEMENT_FAILURE', 'cannot place tasks'],
]);

/** `web failed to deploy`. */
export const containerService: Titler = (event) => {
  const name = textField(event.detail, 'eventName') ?? '';
  const words =
    SERVICE_EVENTS.get(name) ??
    name
      .replace(/^SERVICE_/, '')
      .replaceAll('_', ' ')
      .toLowerCase();
  return words === '' ? null : `${event.key} ${words}`;
};

/** A task that stopped badly says with which exit code; any other, its last status. */
export const containerTask: Titler = (event) => {
  const exit = listOf(fieldOf(event.detail, 'containers'))
    .map((container) => fieldOf(container, 'exitCode'))
    .find((code) => typeof code === 'number' && code !== 0);
  if (event.outcome === 'error')
    return `${event.key} task failed${exit === undefined ? '' : ` with exit code ${String(exit)}`}`;
  const status = textField(event.detail, 'lastStatus');
  return status === null ? null : `${event.key} task is ${status.toLowerCase()}`;
};

/** `carts: insert`. */
export const tableChange: Titler = (event) => {
  const change = textField(event.detail, 'eventName');
  return change === null ? null : `${event.key}: ${change.toLowerCase()}`;
};
