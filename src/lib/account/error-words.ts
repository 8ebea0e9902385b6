/** What a person reads of a failure: what happened, and what to do. */
interface Words {
  readonly message: string;
  readonly resolution: string;
}

const TOO_OFTEN: Words = {
  message: 'That was tried too often in a short time.',
  resolution: 'Wait a few minutes, then try again.',
};

const NO_CONNECTION: Words = {
  message: 'The sign-in service did not answer.',
  resolution: 'Check your connection, then try again.',
};

const SIGN_IN_LAPSED: Words = {
  message: 'The sign-in took too long.',
  resolution: 'Begin again with your address and password.',
};

const WRONG_SIGN_IN: Words = {
  message: 'The address or the password is not right.',
  resolution: 'Check both, or choose a new password by “Forgotten password”.',
};

const NO_MORE_SIGNED_IN: Words = {
  message: 'You are no longer signed in.',
  resolution: 'Sign in again.',
};

/** By the code of Amazon Cognito (API reference, "Errors" of each call), or of Amplify where it refuses by itself. */
const WORDS: ReadonlyMap<string, Words> = new Map(
  Object.entries({
    UsernameExistsException: {
      message: 'There is an account with this address.',
      resolution: 'Sign in, or choose a new password by “Forgotten password”.',
    },
    AliasExistsException: {
      message: 'There is an account with this address.',
      resolution: 'Sign in, or choose a new password by “Forgotten password”.',
    },
    NotAuthorizedException: WRONG_SIGN_IN,
    UserNotFoundException: WRONG_SIGN_IN,
    UserNotConfirmedException: {
      message: 'This address is not confirmed yet.',
      resolution: 'Type the code that was sent to it, or have another sent.',
    },
    PasswordResetRequiredException: {
      message: 'This account needs a new password.',
      resolution: 'Choose one by “Forgotten password”.',
    },
    CodeMismatchException: {
      message: 'The code is not right.',
      resolution: 'Type the newest one; each new code ends the one before.',
    },
    EnableSoftwareTokenMFAException: {
      message: 'The code is not right.',
      resolution:
        'Type the six digits that the app shows now, and check that the clock of its device is right.',
    },
    ExpiredCodeException: {
      message: 'The code is no longer valid.',
      resolution: 'Have another sent, and type that one.',
    },
    InvalidPasswordException: {
      message: 'The password is too weak.',
      resolution: 'Take a longer one, with capital and small letters, digits and signs.',
    },
    PasswordHistoryPolicyViolationException: {
      message: 'You have used this password before.',
      resolution: 'Choose another.',
    },
    CodeDeliveryFailureException: {
      message: 'The code could not be sent.',
      resolution: 'Check the address, then have it sent again.',
    },
    LimitExceededException: TOO_OFTEN,
    TooManyRequestsException: TOO_OFTEN,
    TooManyFailedAttemptsException: TOO_OFTEN,
    NetworkError: NO_CONNECTION,
    TimeoutError: NO_CONNECTION,
    InternalErrorException: {
      message: 'The sign-in service has trouble of its own.',
      resolution: 'Try again in a minute.',
    },
    ForbiddenException: {
      message: 'The sign-in service refused the request.',
      resolution: 'Try from another network, or ask the owner of this deployment.',
    },
    SignInException: SIGN_IN_LAPSED,
    UserUnAuthenticatedException: NO_MORE_SIGNED_IN,
    TokenRefreshException: NO_MORE_SIGNED_IN,
  }),
);

/** The same code stands for several things; the service's message tells which. The first that fits is taken. */
const BY_MESSAGE: readonly (readonly [code: string, said: RegExp, words: Words])[] = [
  [
    'NotAuthorizedException',
    /sign ?up is not permitted/i,
    {
      message: 'Nobody signs up here without an invitation.',
      resolution: 'Ask the owner of this deployment to invite you.',
    },
  ],
  [
    'NotAuthorizedException',
    /current status is confirmed/i,
    { message: 'This address is confirmed already.', resolution: 'Sign in.' },
  ],
  ['NotAuthorizedException', /attempts exceeded/i, TOO_OFTEN],
  [
    'NotAuthorizedException',
    /disabled/i,
    {
      message: 'This account has been switched off.',
      resolution: 'Ask the owner of this deployment.',
    },
  ],
  [
    'NotAuthorizedException',
    /temporary password has expired/i,
    {
      message: 'The password of your invitation is no longer valid.',
      resolution: 'Ask for another invitation.',
    },
  ],
  ['NotAuthorizedException', /invalid session/i, SIGN_IN_LAPSED],
  ['NotAuthorizedException', /token/i, NO_MORE_SIGNED_IN],
  [
    'InvalidParameterException',
    /password/i,
    {
      message: 'The password is too short, or holds signs that are not allowed.',
      resolution: 'Choose another.',
    },
  ],
  [
    'InvalidParameterException',
    /email/i,
    { message: 'This is no e-mail address.', resolution: 'Check it for a slip.' },
  ],
];

/** What a function of the deployment says before it lets someone sign up comes wrapped in words of the service. */
const FROM_TRIGGER = /^\w+ failed with error (.+?)\.?$/s;

/** The most characters of a foreign message that are shown. */
const MAX_SAID = 200;

function ofTrigger(said: string): Words {
  const [, reason = said] = FROM_TRIGGER.exec(said) ?? [];
  return {
    message: `This address may not sign up: ${reason.slice(0, MAX_SAID)}.`,
    resolution: 'Use an address that is admitted, or ask the owner of this deployment.',
  };
}

/**
 * @param code of the service or the library
 * @param said the message that came with it, which is foreign text
 */
export function wordsOf(code: string, said: string): Words {
  const byMessage = BY_MESSAGE.find(([each, pattern]) => each === code && pattern.test(said));
  if (byMessage) return byMessage[2];
  if (code === 'UserLambdaValidationException') return ofTrigger(said);
  if (code.startsWith('Empty'))
    return { message: 'Something is missing.', resolution: 'Fill in every field.' };
  return (
    WORDS.get(code) ?? {
      message: `The sign-in service refused this (${code}).`,
      resolution: `Try again in a minute. If it stays, tell the owner of this deployment: ${said.slice(0, MAX_SAID)}`,
    }
  );
}
