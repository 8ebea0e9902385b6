import { fieldOf, listOf, textField } from '../json-field';
import { nameOr, type Titler } from './titler';

/** GuardDuty's types read `UnauthorizedAccess:EC2/SSHBruteForce`; the last part is what happened. */
export const guardDuty: Titler = (event) => {
  const type = textField(event.detail, 'type')?.split('/').at(-1);
  return type === undefined ? null : `${event.key}: ${type}`;
};

/** `i-0a1b: Port 22 is reachable`. */
export const titledFinding: Titler = (event) => {
  const title = textField(event.detail, 'title');
  return title === null ? null : `${nameOr(event, 'Finding')}: ${title}`;
};

/** The title of the first finding, after the resource. */
export const hubFinding: Titler = (event) => {
  const first = listOf(fieldOf(event.detail, 'findings'))[0];
  const title = textField(first, 'Title') ?? textField(fieldOf(first, 'finding_info'), 'title');
  return title === null ? null : `${nameOr(event, 'Finding')}: ${title}`;
};

/** `i-0a1b: ec2 instance retirement scheduled`. */
export const health: Titler = (event) => {
  const code = textField(event.detail, 'eventTypeCode');
  if (code === null) return null;
  const words = code.replace(/^AWS_/, '').replaceAll('_', ' ').toLowerCase();
  return event.key === code ? words : `${event.key}: ${words}`;
};
