import { randomUUID } from 'node:crypto';
import { ServiceRefusal } from '../service-refusal';
import { challenge as challengeOf, isProven, verifierOf } from './password-verifier';
import {
  checkClient,
  checkedPassword,
  fields,
  subjectOf,
  text,
  wrongPassword,
  type Action,
  type Input,
  type Pool,
} from './pool';
import { isRightCode } from './authenticator';
import type { User } from './user';

/** Somebody is signed in: the tokens. */
function signedIn(pool: Pool, user: User): object {
  const signIn = { user, origin: randomUUID(), atSeconds: Math.floor(pool.now() / 1_000) };
  const RefreshToken = pool.refreshTokens.issue(signIn);
  return {
    ChallengeParameters: {},
    AuthenticationResult: { ...pool.mint.tokens(signIn), RefreshToken },
  };
}

/** What a person who has shown the password must do next. */
function nextStep(pool: Pool, user: User): object {
  if (user.status === 'UNCONFIRMED')
    throw new ServiceRefusal('UserNotConfirmedException', 'User is not confirmed.');
  if (user.status === 'FORCE_CHANGE_PASSWORD') {
    const userAttributes = JSON.stringify({ email: user.email });
    return {
      ChallengeName: 'NEW_PASSWORD_REQUIRED',
      Session: pool.sessions.begin({ asks: 'NEW_PASSWORD_REQUIRED', user }),
      ChallengeParameters: { USER_ID_FOR_SRP: user.sub, requiredAttributes: '[]', userAttributes },
    };
  }
  if (!user.totp?.asked) return signedIn(pool, user);
  return {
    ChallengeName: 'SOFTWARE_TOKEN_MFA',
    Session: pool.sessions.begin({ asks: 'SOFTWARE_TOKEN_MFA', user }),
    ChallengeParameters: {},
  };
}

/** A name that nobody has is answered like any other: the answer says nothing of who has an account. */
function beginSrp(pool: Pool, parameters: Input): object {
  const name = text(parameters, 'USERNAME');
  const clientPublic = BigInt(`0x${text(parameters, 'SRP_A')}`);
  const user = pool.users.find(name);
  const username = user?.sub ?? randomUUID();
  const kept = user?.password ?? verifierOf(subjectOf(pool, username), randomUUID());
  const challenge = challengeOf(kept, clientPublic);
  if (challenge === null) throw wrongPassword();
  return {
    ChallengeName: 'PASSWORD_VERIFIER',
    Session: pool.sessions.begin({ asks: 'PASSWORD_VERIFIER', user, challenge }),
    ChallengeParameters: {
      USER_ID_FOR_SRP: username,
      USERNAME: username,
      SALT: kept.salt.toString(16),
      SRP_B: challenge.serverPublic.toString(16),
      SECRET_BLOCK: challenge.block.toString('base64'),
    },
  };
}

function refreshed(pool: Pool, token: string): object {
  const signIn = pool.refreshTokens.signIn(token);
  return { ChallengeParameters: {}, AuthenticationResult: pool.mint.tokens(signIn) };
}

export const initiateAuth: Action = (pool, input) => {
  checkClient(pool, input);
  const flow = text(input, 'AuthFlow');
  const parameters = fields(input, 'AuthParameters');
  if (flow === 'USER_SRP_AUTH') return beginSrp(pool, parameters);
  if (flow === 'REFRESH_TOKEN_AUTH' || flow === 'REFRESH_TOKEN')
    return refreshed(pool, text(parameters, 'REFRESH_TOKEN'));
  throw new ServiceRefusal('InvalidParameterException', `${flow} flow not enabled for this client`);
};

export const getTokensFromRefreshToken: Action = (pool, input) => {
  checkClient(pool, input);
  return refreshed(pool, text(input, 'RefreshToken'));
};

function answerSrp(pool: Pool, session: string | null, responses: Input): object {
  const found = session ?? pool.sessions.withBlock(text(responses, 'PASSWORD_CLAIM_SECRET_BLOCK'));
  if (found === null) throw wrongPassword();
  const { user, challenge } = pool.sessions.take(found, 'PASSWORD_VERIFIER');
  const timestamp = text(responses, 'TIMESTAMP');
  const signature = text(responses, 'PASSWORD_CLAIM_SIGNATURE');
  if (user === null || !isProven(challenge, subjectOf(pool, user.sub), timestamp, signature))
    throw wrongPassword();
  return nextStep(pool, user);
}

function answerTotp(pool: Pool, session: string, responses: Input): object {
  const { user } = pool.sessions.take(session, 'SOFTWARE_TOKEN_MFA');
  const secret = user.totp?.secret ?? '';
  if (isRightCode(secret, text(responses, 'SOFTWARE_TOKEN_MFA_CODE'), pool.now()))
    return signedIn(pool, user);
  throw new ServiceRefusal('CodeMismatchException', 'Invalid code received for user');
}

function answerNewPassword(pool: Pool, session: string, responses: Input): object {
  const { user } = pool.sessions.take(session, 'NEW_PASSWORD_REQUIRED');
  user.password = checkedPassword(pool, user.sub, text(responses, 'NEW_PASSWORD'));
  user.status = 'CONFIRMED';
  return signedIn(pool, user);
}

export const respondToAuthChallenge: Action = (pool, input) => {
  checkClient(pool, input);
  const asked = text(input, 'ChallengeName');
  const responses = fields(input, 'ChallengeResponses');
  const session = typeof input['Session'] === 'string' ? input['Session'] : null;
  if (asked === 'PASSWORD_VERIFIER') return answerSrp(pool, session, responses);
  if (asked === 'SOFTWARE_TOKEN_MFA') return answerTotp(pool, session ?? '', responses);
  if (asked === 'NEW_PASSWORD_REQUIRED') return answerNewPassword(pool, session ?? '', responses);
  throw new ServiceRefusal('InvalidParameterException', `Unknown challenge ${asked}`);
};
