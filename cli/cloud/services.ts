import type { CloudDeployment } from './deployment';
import type { Faults } from './faults';
import { localVerifier } from './functions/verify-token';
import { FunctionRunner } from './functions/function-runner';
import { triggersOf } from './functions/triggers';
import { Gate } from './gate/gate';
import { Keyring } from './gate/keyring';
import { IdentityPool } from './identity-pool';
import { startMessageServices, type MessageServices } from './services/message-services';
import { ObservedAccount } from './services/observed-account';
import { standUp } from './services/standing-resources';
import { startTables, type Tables } from './services/tables';
import { Outbox } from './user-pool/outbox';
import type { Pool } from './user-pool/pool';
import { RefreshTokens } from './user-pool/refresh-tokens';
import { Sessions } from './user-pool/sessions';
import { TokenMint } from './user-pool/tokens';
import { Users } from './user-pool/user';

/** An hour, for which the identity pool's credentials are good. */
const CREDENTIALS_SECONDS = 3_600;

/** Everything that stands behind the local cloud's one address. */
export interface Services {
  readonly now: () => number;
  readonly faults: Faults;
  readonly keyring: Keyring;
  readonly gate: Gate;
  readonly pool: Pool;
  readonly identities: IdentityPool;
  readonly runner: FunctionRunner;
  readonly messages: MessageServices;
  readonly tables: Tables;
  readonly account: ObservedAccount;
}

export const providerOf = ({ place, userPoolId }: CloudDeployment): string =>
  `cognito-idp.${place.region}.amazonaws.com/${userPoolId}`;

function mintOf(deployment: CloudDeployment, faults: Faults, now: () => number): TokenMint {
  return new TokenMint({
    issuer: `https://${providerOf(deployment)}`,
    clientId: deployment.userPoolClientId,
    tokenSeconds: () => faults.tokenSeconds,
    now,
  });
}

function poolOf(
  deployment: CloudDeployment,
  mint: TokenMint,
  runner: FunctionRunner,
  now: () => number,
): Pool {
  const { userPoolId, userPoolClientId: clientId, place, passwordPolicy, selfSignUp } = deployment;
  return {
    id: userPoolId,
    clientId,
    passwordPolicy,
    isSelfSignUpOpen: selfSignUp !== 'closed',
    users: new Users(),
    mint,
    refreshTokens: new RefreshTokens(),
    sessions: new Sessions(now),
    outbox: new Outbox(),
    triggers: triggersOf(runner, { region: place.region, userPoolId, clientId }),
    now,
  };
}

function identitiesOf(
  deployment: CloudDeployment,
  pool: Pool,
  keyring: Keyring,
  faults: Faults,
): IdentityPool {
  const { identityPoolId: id, place, authenticatedRoleArn, guestRoleArn } = deployment;
  const provider = providerOf(deployment);
  const facts = { id, region: place.region, provider, authenticatedRoleArn, guestRoleArn };
  const seconds = () => faults.credentialsSeconds ?? CREDENTIALS_SECONDS;
  return new IdentityPool(facts, pool, keyring, seconds);
}

/**
 * Starts the services of a deployment, with what its templates make in them.
 *
 * @param endpoint where they are reached, once they are; the functions ask it.
 */
export async function startServices(
  deployment: CloudDeployment,
  faults: Faults,
  endpoint: () => string,
): Promise<Services> {
  const now = () => Date.now() + faults.clockSkewMs;
  const { place, roles, table, functions, userPoolId, userPoolClientId } = deployment;
  const messages = await startMessageServices(place.region);
  await standUp(messages, deployment);
  const tables = await startTables(table.name, table.properties);
  const keyring = new Keyring(now);
  const resourcePolicy = (arn: string) => messages.policyOf(arn);
  const gate = new Gate({ keyring, roles, resourcePolicy, place, now });
  const mint = mintOf(deployment, faults, now);
  const verify = localVerifier(userPoolId, userPoolClientId, mint.jwks);
  const runner = new FunctionRunner(
    { functions, keyring, verify, now, region: place.region },
    endpoint,
  );
  const pool = poolOf(deployment, mint, runner, now);
  const identities = identitiesOf(deployment, pool, keyring, faults);
  const account = new ObservedAccount(deployment.rules);
  return { now, faults, keyring, gate, pool, identities, runner, messages, tables, account };
}

export async function stopServices({ runner, messages, tables }: Services): Promise<void> {
  runner.close();
  await messages.close();
  await tables.close();
}
