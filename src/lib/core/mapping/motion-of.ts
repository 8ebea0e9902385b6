import type { AwsEvent } from '../event/aws-event';
import { textField } from '../event/json-field';
import type { Motion } from './cue';

const UP =
  'start|create|put|insert|run|launch|add|attach|register|enable|upload|allocate|associate|import|restore|resume|subscribe|publish|send|copy|invoke|pending|running|starting|started|creating|created|launching|added|enabled|up';
const DOWN =
  'stop|terminate|delete|remove|detach|deregister|disable|release|disassociate|revoke|cancel|abort|unsubscribe|shutdown|shutting|pause|suspend|purge|drop|leave|expire|stopping|stopped|terminating|terminated|deleting|deleted|removed|disabled|draining|inactive|down';

const UP_FIRST = new RegExp(`^(?:${UP})(?![a-z])`, 'i');
const DOWN_FIRST = new RegExp(`^(?:${DOWN})(?![a-z])`, 'i');
const UP_WORD = new RegExp(`\\b(?:${UP})\\b`, 'i');
const DOWN_WORD = new RegExp(`\\b(?:${DOWN})\\b`, 'i');
/** A verb ends where the next word's capital begins: `StopInstances`, `INSERT`, `shutting-down`. */
const VERB = /^(?:[A-Z]+(?![a-z])|[A-Z]?[a-z]+)/;

/**
 * Start, create and more go up; stop, delete and less go down; modify, read and the rest stay level. The name of
 * the call or change tells first, then the state, then the detail-type.
 */
export function motionOf(event: AwsEvent): Motion {
  const name = textField(event.detail, 'eventName');
  if (name !== null) return ofVerb(name);
  const state = textField(event.detail, 'state');
  const byState = state === null ? 'level' : ofVerb(state);
  return byState === 'level' ? ofWords(event.detailType) : byState;
}

function ofVerb(name: string): Motion {
  const verb = VERB.exec(name.trim())?.[0] ?? '';
  if (UP_FIRST.test(verb)) return 'up';
  return DOWN_FIRST.test(verb) ? 'down' : 'level';
}

function ofWords(text: string): Motion {
  if (DOWN_WORD.test(text)) return 'down';
  return UP_WORD.test(text) ? 'up' : 'level';
}
