import { textField } from '../json-field';
import { statusFields } from './status-fields';
import { classifyStatusWord } from './status-word';
import { graver, verdictOf, type OutcomeRule } from './verdict';

const STARVES = /^Starvation Start$/i;

/** A live stream of IVS tells in the name of what happened; starved of data, its viewers may see it stall. */
export const streamEvent: OutcomeRule = (envelope, detail) => {
  const field = Object.hasOwn(detail, 'event_name') ? 'event_name' : 'eventName';
  const name = textField(detail, field) ?? '';
  const told = STARVES.test(name) ? 'warning' : classifyStatusWord(name);
  return graver(verdictOf(told, `detail.${field}`), statusFields(envelope, detail));
};
