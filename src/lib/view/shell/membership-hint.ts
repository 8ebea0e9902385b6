import { keepChoice, readChoice } from './stored-choice';

const NAME = 'member';

/** Whether somebody signed in here before and not out again: a hint, read without loading the sign-in. */
export function wasMember(): boolean {
  return readChoice(NAME) === 'yes';
}

/** Keeps the hint, or takes it back. */
export function rememberMember(isMember: boolean): void {
  keepChoice(NAME, isMember ? 'yes' : null);
}
