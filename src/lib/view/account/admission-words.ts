import { PASSWORD_LEAST } from '../form/entry-checks';
import type { FieldKind } from '../form/field-kinds';
import type { Admission, AdmissionStep } from './admission.svelte';

/** What one form on the way in says. */
export interface AdmissionWords {
  readonly title: string;
  readonly lead: string;
  readonly submit: string;
  readonly busy: string;
}

/** One field of a form on the way in. */
export interface AdmissionField {
  readonly entry: 'email' | 'password' | 'newPassword' | 'code';
  readonly kind: FieldKind;
  readonly label: string;
  readonly hint?: string;
}

const EMAIL: AdmissionField = { entry: 'email', kind: 'email', label: 'E-mail address' };
const CODE: AdmissionField = { entry: 'code', kind: 'code', label: 'Six digits' };
const NEW_PASSWORD: AdmissionField = {
  entry: 'newPassword',
  kind: 'new-password',
  label: 'Password',
  hint: `${PASSWORD_LEAST} characters or more, any of them.`,
};

/** The fields of each form, in their order. */
export const ADMISSION_FIELDS: Readonly<Record<AdmissionStep, readonly AdmissionField[]>> = {
  'sign-in': [EMAIL, { entry: 'password', kind: 'password', label: 'Password' }],
  'sign-up': [EMAIL, NEW_PASSWORD],
  confirm: [CODE],
  forgot: [EMAIL],
  reset: [CODE, { ...NEW_PASSWORD, label: 'New password' }],
  totp: [CODE],
  'new-password': [{ ...NEW_PASSWORD, label: 'Your own password' }],
};

const WORDS: Readonly<Record<AdmissionStep, AdmissionWords>> = {
  'sign-in': { title: 'Sign in', lead: '', submit: 'Sign in', busy: 'Signing in' },
  'sign-up': {
    title: 'Sign up',
    lead: 'You get a queue of your own, which only your sign-in can read.',
    submit: 'Sign up',
    busy: 'Signing up',
  },
  confirm: {
    title: 'Confirm your address',
    lead: 'The code can take a minute to arrive; look into the spam folder too.',
    submit: 'Confirm',
    busy: 'Confirming',
  },
  forgot: {
    title: 'Forgotten password',
    lead: 'We send a code to your address. With it you choose another password.',
    submit: 'Send the code',
    busy: 'Sending',
  },
  reset: {
    title: 'Choose another password',
    lead: 'If the address has an account, the code is on its way to it.',
    submit: 'Set the password',
    busy: 'Setting it',
  },
  totp: {
    title: 'Your authenticator',
    lead: 'Enter the six digits that your authenticator app shows now.',
    submit: 'Go on',
    busy: 'Checking',
  },
  'new-password': {
    title: 'Choose a password',
    lead: 'You were invited. From now on you sign in with a password that only you know.',
    submit: 'Set the password',
    busy: 'Setting it',
  },
};

/** What the form of a step says. */
export function admissionWords(step: AdmissionStep): AdmissionWords {
  return WORDS[step];
}

/** Whether a password manager must be told whose password it is, by a field that is not shown. */
export function namesPerson({ step }: Pick<Admission, 'step'>): boolean {
  return step === 'reset' || step === 'new-password' || step === 'confirm';
}

/** Who may sign up, where not everyone may; empty where everyone may. */
export function signUpWords(selfSignUp: 'open' | 'domains' | 'closed'): string {
  if (selfSignUp === 'closed')
    return 'Nobody signs up here by themselves. Ask the owner of this deployment to invite you.';
  if (selfSignUp === 'domains')
    return 'Only addresses of the domains that the owner of this deployment allows can sign up.';
  return '';
}
