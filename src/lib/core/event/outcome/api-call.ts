import type { Json } from '../aws-event';
import { fieldOf, isObject, textField } from '../json-field';
import { classifyErrorCode } from './error-code';
import { classifyStatusWord } from './status-word';
import { verdictOf, type OutcomeRule, type Verdict } from './verdict';

/**
 * An API call by CloudTrail: its error code tells, else a status that the service answered. A call without either did
 * what calls do, which is no news.
 */
export const apiCall: OutcomeRule = (_envelope, detail) => {
  const code = fieldOf(detail, 'errorCode');
  if (typeof code === 'string') return verdictOf(classifyErrorCode(code), 'detail.errorCode');
  if (textField(detail, 'errorMessage') !== null)
    return { outcome: 'error', field: 'detail.errorMessage' };
  return resultIn(fieldOf(detail, 'responseElements'), 'detail.responseElements');
};

/** A console sign-in tells its result in `responseElements`, under the name of what was tried. */
export const signIn: OutcomeRule = (envelope, detail) =>
  resultIn(fieldOf(detail, 'responseElements'), 'detail.responseElements') ??
  apiCall(envelope, detail);

/** Something a service did by itself; it tells how that went in `serviceEventDetails`, else in its name: `RotationFailed`. */
export const serviceEvent: OutcomeRule = (envelope, detail) =>
  resultIn(fieldOf(detail, 'serviceEventDetails'), 'detail.serviceEventDetails', OWN_RESULTS) ??
  apiCall(envelope, detail) ??
  verdictOf(classifyStatusWord(textField(detail, 'eventName') ?? ''), 'detail.eventName');

/** Fields whose values are words of a result; others, such as messages, hold the same words by chance. */
const RESULTS =
  /^(?:ConsoleLogin|CheckMfa|SwitchRole|PasswordUpdated|UserAuthentication|Credential\w+|ExternalIdPDirectoryLogin|status|state|result)$/i;

/** What a service writes of its own work names its results more freely: `keyRotationStatus`. */
const OWN_RESULTS =
  /^(?!previous|prev|prior|old|desired|requested|target|expected|from)\w*(?:status|state|result|outcome|UserAuthentication|Credential\w+|CheckMfa)$/i;

/** That somebody was asked for a password or a code is no sign-in yet; a question that failed is one that did. */
const CHALLENGE = /Challenge$/;

/** Objects of a service event that hold its result one level down: `createManagedAccountStatus`. */
const HOLDS_RESULT = /status$/i;

function resultIn(elements: Json | undefined, path: string, names = RESULTS): Verdict | null {
  if (!isObject(elements)) return null;
  for (const name in elements) {
    const value = elements[name];
    if (isObject(value) && HOLDS_RESULT.test(name)) {
      const held = resultIn(value, `${path}.${name}`);
      if (held !== null) return held;
    } else if (typeof value === 'string' && names.test(name)) {
      const outcome = classifyStatusWord(value);
      const asked = CHALLENGE.test(name) && outcome === 'success';
      if (outcome !== null && !asked) return { outcome, field: `${path}.${name}` };
    }
  }
  return null;
}
