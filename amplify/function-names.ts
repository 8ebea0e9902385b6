/** The functions in the backend's own words, and as their folders and AWS name them. */
export const FUNCTION_NAMES = {
  preSignUp: 'pre-sign-up',
  postConfirmation: 'post-confirmation',
  invite: 'invite',
  ensureQueue: 'ensure-queue',
  connections: 'connections',
  checkConnection: 'check-connection',
  testEvent: 'test-event',
  deleteAccount: 'delete-account',
  teardown: 'teardown',
  createShare: 'create-share',
  listShares: 'list-shares',
  revokeShare: 'revoke-share',
  joinShare: 'join-share',
  sweep: 'sweep',
} as const;

export type FunctionKey = keyof typeof FUNCTION_NAMES;
export type FunctionName = (typeof FUNCTION_NAMES)[FunctionKey];

/** The triggers of the user pool: they are in its stack, and must not name it. */
export const TRIGGERS: readonly FunctionName[] = ['pre-sign-up', 'post-confirmation'];
