import type { Json } from '../aws-event';
import { asText, fieldOf, isObject, textField } from '../json-field';
import { classifyErrorCode } from './error-code';
import { classifyStatusWord } from './status-word';
import { verdictOf, type OutcomeRule, type Verdict } from './verdict';

/** An API call by CloudTrail: its error code tells, and a call without one did what calls do, which is no news. */
export const apiCall: OutcomeRule = (_envelope, detail) => {
  const code = fieldOf(detail, 'errorCode');
  if (typeof code === 'string') return verdictOf(classifyErrorCode(code), 'detail.errorCode');
  return textField(detail, 'errorMessage') === null
    ? null
    : { outcome: 'error', field: 'detail.errorMessage' };
};

/** A console sign-in tells its result in `responseElements`, under the name of what was tried. */
export const signIn: OutcomeRule = (envelope, detail) =>
  resultIn(fieldOf(detail, 'responseElements'), 'detail.responseElements') ??
  apiCall(envelope, detail);

/** Something a service did by itself; it tells how that went in `serviceEventDetails`, if at all. */
export const serviceEvent: OutcomeRule = (envelope, detail) =>
  resultIn(fieldOf(detail, 'serviceEventDetails'), 'detail.serviceEventDetails') ??
  apiCall(envelope, detail);

/** Fields whose values are words of a result; others, such as messages, hold the same words by chance. */
const RESULTS =
  /^(?:ConsoleLogin|CheckMfa|SwitchRole|PasswordUpdated|UserAuthentication|Credential\w+|ExternalIdPDirectoryLogin|status|state|result)$/i;

function resultIn(elements: Json | undefined, path: string): Verdict | null {
  if (!isObject(elements)) return null;
  for (const [name, value] of Object.entries(elements)) {
    const outcome = RESULTS.test(name) ? classifyStatusWord(asText(value) ?? '') : null;
    if (outcome !== null) return { outcome, field: `${path}.${name}` };
  }
  return null;
}
