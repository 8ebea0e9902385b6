import * as administration from './administration';
import * as own from './own-account';
import type { Action } from './pool';
import * as signIn from './sign-in';
import * as signUp from './sign-up';

/** What anyone may ask of a user pool: the proof is in the input, and nothing is signed. */
export const OPEN_ACTIONS: ReadonlyMap<string, Action> = new Map([
  ['SignUp', signUp.signUp],
  ['ConfirmSignUp', signUp.confirmSignUp],
  ['ResendConfirmationCode', signUp.resendConfirmationCode],
  ['ForgotPassword', signUp.forgotPassword],
  ['ConfirmForgotPassword', signUp.confirmForgotPassword],
  ['InitiateAuth', signIn.initiateAuth],
  ['RespondToAuthChallenge', signIn.respondToAuthChallenge],
  ['GetTokensFromRefreshToken', signIn.getTokensFromRefreshToken],
  ['GetUser', own.getUser],
  ['DeleteUser', own.deleteUser],
  ['GlobalSignOut', own.globalSignOut],
  ['RevokeToken', own.revokeToken],
  ['AssociateSoftwareToken', own.associateSoftwareToken],
  ['VerifySoftwareToken', own.verifySoftwareToken],
  ['SetUserMFAPreference', own.setUserMfaPreference],
  ['ChangePassword', own.changePassword],
]);

/** What only a signed request may ask, where a policy allows it. */
export const SIGNED_ACTIONS: ReadonlyMap<string, Action> = new Map([
  ['AdminCreateUser', administration.adminCreateUser],
  ['AdminGetUser', administration.adminGetUser],
  ['AdminDeleteUser', administration.adminDeleteUser],
  ['AdminConfirmSignUp', administration.adminConfirmSignUp],
  ['AdminSetUserPassword', administration.adminSetUserPassword],
  ['AdminAddUserToGroup', administration.adminAddUserToGroup],
  ['AdminRemoveUserFromGroup', administration.adminRemoveUserFromGroup],
  ['AdminListGroupsForUser', administration.adminListGroupsForUser],
  ['AdminUserGlobalSignOut', administration.adminUserGlobalSignOut],
]);
