import { defineBackend } from '@aws-amplify/backend';
import { auth } from './auth/resource';
import { invite } from './auth/invite/resource';
import { preSignUp } from './auth/pre-sign-up/resource';
import { secureAuth } from './auth/secure-auth';
import { deploymentOf } from './deployment';
import { checkConnection } from './queue/check-connection/resource';
import { connections } from './queue/connections/resource';
import { deleteAccount } from './queue/delete-account/resource';
import { ensureQueue } from './queue/ensure-queue/resource';
import { postConfirmation } from './queue/post-confirmation/resource';
import { testEvent } from './queue/test-event/resource';
import { createShare } from './share/create-share/resource';
import { joinShare } from './share/join-share/resource';
import { listShares } from './share/list-shares/resource';
import { revokeShare } from './share/revoke-share/resource';
import { sweep } from './share/sweep/resource';

/** Everything that `npx ampx` deploys. */
export const backend = defineBackend({
  auth,
  preSignUp,
  invite,
  postConfirmation,
  ensureQueue,
  connections,
  checkConnection,
  testEvent,
  deleteAccount,
  createShare,
  listShares,
  revokeShare,
  joinShare,
  sweep,
});

const deployment = deploymentOf(backend.stack);
secureAuth(backend.auth.resources, deployment);
