import type { EntryCheck } from './entry.svelte';

/** A name, an @ and a domain with a dot; the mail that is sent is the real test. */
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const SIX_DIGITS = /^\d{6}$/;
const TWELVE_DIGITS = /^\d{12}$/;

/** How long a password is at least; the user pool's own rule. */
export const PASSWORD_LEAST = 12;

/** What a person enters as an address, as it is sent. */
export const cleanEmail = (text: string): string => text.trim();

/** Digits as they are sent: without the spaces and hyphens that they are read and pasted with. */
export const cleanDigits = (text: string): string => text.replace(/[\s-]/g, '');

export const checkEmail: EntryCheck = (text) => {
  if (cleanEmail(text) === '') return 'Enter your e-mail address.';
  return EMAIL.test(cleanEmail(text))
    ? null
    : 'This is not an e-mail address: it needs a name, an @ and a domain.';
};

/** A password that exists already is not judged. */
export const checkPassword: EntryCheck = (text) => (text === '' ? 'Enter your password.' : null);

export const checkNewPassword: EntryCheck = (text) => {
  if (text === '') return 'Enter a password.';
  const missing = PASSWORD_LEAST - text.length;
  return missing > 0
    ? `The password has ${text.length} characters; it needs ${PASSWORD_LEAST} or more.`
    : null;
};

export const checkCode: EntryCheck = (text) => {
  if (cleanDigits(text) === '') return 'Enter the code.';
  return SIX_DIGITS.test(cleanDigits(text)) ? null : 'The code is six digits.';
};

export const checkAccountId: EntryCheck = (text) => {
  const digits = cleanDigits(text);
  if (digits === '') return 'Enter the number of the account.';
  if (TWELVE_DIGITS.test(digits)) return null;
  return /^\d+$/.test(digits)
    ? `An account number is twelve digits; this is ${digits.length}.`
    : 'An account number is twelve digits, for example 1234-5678-9012.';
};
