import { randomBytes } from 'node:crypto';
import { CloudTrailClient } from '@aws-sdk/client-cloudtrail';
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import { STSClient } from '@aws-sdk/client-sts';
import type { Caller, Clients, Facts, FunctionContext } from './context';
import { writeLog } from './log';
import { tokenVerifier } from './verify-token';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The deployment's facts from a function's environment variables.
 *
 * @throws {Error} where the deployment, its prefix, Region or account is missing: the function was deployed wrongly.
 */
export function factsOf(environment: Environment): Facts {
  const text = (name: string): string => environment[name] ?? '';
  for (const name of ['PREFIX', 'ACCOUNT_ID', 'AWS_REGION'])
    if (text(name) === '') throw new Error(`the environment variable ${name} is missing`);
  return {
    prefix: text('PREFIX'),
    deployment: text('DEPLOYMENT') === 'hosted' ? 'hosted' : 'own',
    region: text('AWS_REGION'),
    account: text('ACCOUNT_ID'),
    userPoolId: text('USER_POOL_ID'),
    userPoolClientId: text('USER_POOL_CLIENT_ID'),
    sharesTable: text('SHARES_TABLE'),
    listenerRoleArn: text('LISTENER_ROLE_ARN'),
    deadLettersArn: text('DEAD_LETTERS_ARN'),
    accountFeedArn: text('ACCOUNT_FEED_ARN'),
    allowedDomains: text('ALLOWED_DOMAINS').split(',').map(toDomain).filter(Boolean),
  };
}

const toDomain = (domain: string): string => domain.trim().toLowerCase();

/** A service that does not answer is asked again well before the function's own time is over. */
const PATIENCE = { connectionTimeout: 1_000, requestTimeout: 3_000, throwOnRequestTimeout: true };

function clientsIn(region: string): Clients {
  const settings = { region, maxAttempts: 3, requestHandler: PATIENCE };
  return {
    sqs: new SQSClient(settings),
    sns: new SNSClient(settings),
    sts: new STSClient(settings),
    dynamo: new DynamoDBClient(settings),
    cognito: new CognitoIdentityProviderClient(settings),
    cloudtrail: new CloudTrailClient(settings),
    eventbridge: new EventBridgeClient(settings),
  };
}

type Lasting = Pick<FunctionContext, 'clients' | 'facts' | 'verify'>;

function lastingOf(environment: Environment): Lasting {
  const facts = factsOf(environment);
  let verifier: ((idToken: string) => Promise<Caller>) | null = null;
  return {
    facts,
    clients: clientsIn(facts.region),
    verify(idToken) {
      verifier ??= tokenVerifier(facts.userPoolId, facts.userPoolClientId);
      return verifier(idToken);
    },
  };
}

let warm: Lasting | null = null;

/** The context of one invocation; clients and keys live as long as the function stays warm. */
export function contextOf(requestId: string): FunctionContext {
  warm ??= lastingOf(process.env);
  return {
    ...warm,
    now: () => Date.now(),
    random: (byteCount) => randomBytes(byteCount),
    log: (entry) => writeLog(entry, requestId, Date.now()),
  };
}
