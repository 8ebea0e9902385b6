import { createHash } from 'node:crypto';
import type { Construct } from 'constructs';
import { resourceArns, type ResourceArns } from './resource-arns';
import type { Settings } from './settings';
import { settingsInForce } from './settings-in-force';

/** One deployment of the backend: what it is called, how it is set, and where its things are. */
export interface Deployment {
  /** `ame-` and eight hexadecimal digits; what is made at run time begins with it too. */
  readonly prefix: string;
  readonly settings: Settings;
  readonly arns: ResourceArns;
}

/** Where Amplify's command line puts what names a deployment: the app and branch, or the package and the user. */
const IDENTITY = ['amplify-backend-type', 'amplify-backend-namespace', 'amplify-backend-name'];

/** The deployment that a construct belongs to: the same app and branch, or sandbox, always give the same prefix. */
export function deploymentOf(scope: Construct): Deployment {
  const identity = IDENTITY.map((key) => String(scope.node.tryGetContext(key))).join('/');
  const prefix = `ame-${createHash('sha256').update(identity).digest('hex').slice(0, 8)}`;
  return { prefix, settings: settingsInForce(), arns: resourceArns(prefix) };
}
