import type { RolePolicies } from './gate/gate';
import type { Place } from './gate/needs';
import type { DeployedFunction } from './functions/function-runner';
import type { ObservedRule } from './services/observed-account';
import type { TableProperties } from './services/tables';
import type { PasswordPolicy } from './user-pool/password-policy';

/** A queue or a topic that the templates themselves make. */
export interface StandingResource {
  readonly name: string;
  /** Its policy as JSON; null where it has none. */
  readonly policy: string | null;
}

/** What the local cloud takes from the synthesised templates: it makes up nothing of this itself. */
export interface CloudDeployment {
  readonly prefix: string;
  readonly place: Place;
  readonly deployment: 'own' | 'hosted';
  readonly selfSignUp: 'open' | 'domains' | 'closed';
  readonly userPoolId: string;
  readonly userPoolClientId: string;
  readonly identityPoolId: string;
  readonly passwordPolicy: PasswordPolicy;
  readonly authenticatedRoleArn: string;
  readonly guestRoleArn: string;
  readonly functions: readonly DeployedFunction[];
  readonly roles: RolePolicies;
  readonly table: { readonly name: string; readonly properties: TableProperties };
  readonly queues: readonly StandingResource[];
  readonly topics: readonly StandingResource[];
  readonly rules: readonly ObservedRule[];
}

/** The templates do not describe a whole deployment. */
export class NoDeployment extends Error {
  override readonly name = 'NoDeployment';
  readonly resolution = 'Run `npm run synth -- --out DIR`, and look at what is missing.';
}
