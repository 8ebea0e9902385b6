import { defineBackend } from '@aws-amplify/backend';
import { Stack } from 'aws-cdk-lib';
import { auth } from './auth/resource';
import { invite } from './auth/invite/resource';
import { preSignUp } from './auth/pre-sign-up/resource';
import { secureAuth } from './auth/secure-auth';
import { cloudOutputs } from './cloud-outputs';
import { configureFunctions } from './configure-functions';
import { deploymentOf } from './deployment';
import { FUNCTION_NAMES } from './function-names';
import { feed } from './feed/feed';
import { checkConnection } from './queue/check-connection/resource';
import { connections } from './queue/connections/resource';
import { deadLetters } from './queue/dead-letters';
import { deleteAccount } from './queue/delete-account/resource';
import { ensureQueue } from './queue/ensure-queue/resource';
import { postConfirmation } from './queue/post-confirmation/resource';
import { teardown } from './queue/teardown/resource';
import { removeOnDelete } from './queue/remove-on-delete';
import { testEvent } from './queue/test-event/resource';
import { createShare } from './share/create-share/resource';
import { joinShare } from './share/join-share/resource';
import { listShares } from './share/list-shares/resource';
import { listenerRole } from './share/listener-role';
import { revokeShare } from './share/revoke-share/resource';
import { sharesTable } from './share/shares-table';
import { sweep } from './share/sweep/resource';
import { watch } from './watch/watch';

const functions = {
  preSignUp,
  invite,
  postConfirmation,
  ensureQueue,
  connections,
  checkConnection,
  testEvent,
  deleteAccount,
  teardown,
  createShare,
  listShares,
  revokeShare,
  joinShare,
  sweep,
};

/** Everything that `npx ampx` deploys. */
export const backend = defineBackend({ auth, ...functions });

const deployment = deploymentOf(backend.stack);
const { prefix, arns } = deployment;
const queueStack = Stack.of(backend.ensureQueue.resources.lambda);
const shareStack = Stack.of(backend.joinShare.resources.lambda);

secureAuth(backend.auth.resources, backend.postConfirmation.resources.lambda, deployment);
configureFunctions(backend, backend.auth.resources, deployment);
deadLetters(queueStack, prefix);
removeOnDelete(queueStack, backend.teardown.resources.lambda);
sharesTable(shareStack, prefix);
listenerRole(shareStack, prefix, arns, backend.joinShare.resources.lambda);
const accountFeed = feed(backend.createStack('feed'), deployment);
watch(backend.createStack('watch'), deployment, accountFeed, Object.values(FUNCTION_NAMES));
backend.addOutput({ custom: { cloud: cloudOutputs(deployment) } });
