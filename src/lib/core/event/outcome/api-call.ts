import { fieldOf, textField, valueAt } from '../json-field';
import { classifyErrorCode } from './error-code';
import { classifyStatusWord } from './status-word';
import { verdictOf, type OutcomeRule } from './verdict';

/** An API call by CloudTrail: its error code tells, and a call without one did what calls do, which is no news. */
export const apiCall: OutcomeRule = (_envelope, detail) => {
  const code = fieldOf(detail, 'errorCode');
  if (typeof code === 'string') return verdictOf(classifyErrorCode(code), 'detail.errorCode');
  return textField(detail, 'errorMessage') === null
    ? null
    : { outcome: 'error', field: 'detail.errorMessage' };
};

/** A console sign-in tells its result in `responseElements`. */
export const signIn: OutcomeRule = (envelope, detail) => {
  const elements = fieldOf(detail, 'responseElements');
  for (const name of ['ConsoleLogin', 'CheckMfa', 'SwitchRole', 'PasswordUpdated']) {
    const outcome = classifyStatusWord(textField(elements, name) ?? '');
    if (outcome !== null) return { outcome, field: `detail.responseElements.${name}` };
  }
  return apiCall(envelope, detail);
};

/** Something a service did by itself; it tells how that went in `serviceEventDetails`, if at all. */
export const serviceEvent: OutcomeRule = (envelope, detail) => {
  const status = valueAt(detail, ['serviceEventDetails', 'status']);
  const outcome = typeof status === 'string' ? classifyStatusWord(status) : null;
  return verdictOf(outcome, 'detail.serviceEventDetails.status') ?? apiCall(envelope, detail);
};
