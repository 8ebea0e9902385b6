import { defineAuth } from '@aws-amplify/backend';
import { postConfirmation } from '../queue/post-confirmation/resource';
import { preSignUp } from './pre-sign-up/resource';

/** The groups of the user pool. They are claims in the ID token, which the functions check; no role hangs on them. */
export const GROUPS = ['owner', 'listener', 'admin'];

/** The user pool and the identity pool: e-mail and password, a second factor for who wants it. */
export const auth = defineAuth({
  loginWith: {
    email: {
      verificationEmailStyle: 'CODE',
      verificationEmailSubject: 'Your code for AWS Musical Event',
      verificationEmailBody: (code) => `Your code is ${code()}. It is good for a day.`,
      userInvitation: {
        emailSubject: 'You are invited to AWS Musical Event',
        emailBody: (user, code) =>
          `Sign in as ${user()} with the password ${code()} within a week; you then choose one of your own.`,
      },
    },
  },
  multifactor: { mode: 'OPTIONAL', totp: true },
  groups: GROUPS,
  accountRecovery: 'EMAIL_ONLY',
  triggers: { preSignUp, postConfirmation },
});
