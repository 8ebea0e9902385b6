import { describe, expect, it } from 'vitest';
import {
  checkAccountId,
  checkCode,
  checkEmail,
  checkNewPassword,
  checkPassword,
  cleanDigits,
} from './entry-checks';

describe('what is entered', () => {
  it.each(['ada@example.com', ' ada+aws@mail.example.org '])('takes %s as an address', (text) => {
    expect(checkEmail(text)).toBeNull();
  });

  it.each(['ada', 'ada@', '@example.com', 'a b@example.com', 'ada@example'])(
    'does not take %s as an address',
    (text) => expect(checkEmail(text)).toMatch(/not an e-mail address/),
  );

  it('takes a code and an account number as they are read and pasted', () => {
    expect(checkCode('123 456')).toBeNull();
    expect(checkCode(' 123456\n')).toBeNull();
    expect(checkAccountId('1234-5678-9012')).toBeNull();
    expect(cleanDigits(' 1234 5678-9012 ')).toBe('123456789012');
  });

  it('says what is wrong with a number', () => {
    expect(checkCode('12345')).toBe('The code is six digits.');
    expect(checkCode('12345a')).toBe('The code is six digits.');
    expect(checkAccountId('12345')).toBe('An account number is twelve digits; this is 5.');
    expect(checkAccountId('shop-prod')).toMatch(/for example/);
    expect(checkAccountId(' ')).toBe('Enter the number of the account.');
  });

  it('judges a new password, and not one that exists', () => {
    expect(checkPassword('x')).toBeNull();
    expect(checkNewPassword('short')).toBe('The password has 5 characters; it needs 12 or more.');
    expect(checkNewPassword('twelve chars')).toBeNull();
    expect(checkNewPassword('')).toBe('Enter a password.');
  });
});
