import type { CloudTrailClient } from '@aws-sdk/client-cloudtrail';
import type { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import type { SNSClient } from '@aws-sdk/client-sns';
import type { SQSClient } from '@aws-sdk/client-sqs';
import type { STSClient } from '@aws-sdk/client-sts';
import type { CallName, Calls } from '../../src/lib/core/cloud/calls';
import type { EpochMs } from '../../src/lib/core/event/aws-event';

/** The services that the functions call, each with the function's own credentials. */
export interface Clients {
  readonly sqs: SQSClient;
  readonly sns: SNSClient;
  readonly sts: STSClient;
  readonly dynamo: DynamoDBClient;
  readonly cognito: CognitoIdentityProviderClient;
  readonly cloudtrail: CloudTrailClient;
  readonly eventbridge: EventBridgeClient;
}

/** What a function knows of the deployment that it belongs to; an empty text where that function is not told. */
export interface Facts {
  readonly prefix: string;
  readonly deployment: 'own' | 'hosted';
  readonly region: string;
  /** Twelve digits. */
  readonly account: string;
  readonly userPoolId: string;
  readonly userPoolClientId: string;
  /** The shares table's name; its key is described in `table/keys.ts`. */
  readonly sharesTable: string;
  readonly listenerRoleArn: string;
  readonly deadLettersArn: string;
  readonly accountFeedArn: string;
  /** In lower case. Empty: whoever may sign up is told by `deployment` alone. */
  readonly allowedDomains: readonly string[];
}

/** Who calls, as the verified ID token says. */
export interface Caller {
  readonly sub: string;
  readonly email: string;
  readonly groups: readonly string[];
}

export interface LogEntry {
  readonly level: 'info' | 'warn' | 'error';
  readonly message: string;
  readonly [field: string]: string | number | boolean | readonly string[];
}

/** Everything that a function takes from the world. */
export interface FunctionContext {
  readonly clients: Clients;
  readonly facts: Facts;
  now(): EpochMs;
  /** Bytes that cannot be foretold. */
  random(byteCount: number): Uint8Array;
  log(entry: LogEntry): void;
  /** Rejects when the token is not a valid ID token of the pool and the client. */
  verify(idToken: string): Promise<Caller>;
}

/**
 * A member's function: `payload` is what came beside the ID token, unread and to be distrusted; the caller is
 * whom the verified token names. Gives the value, and throws a `Refusal` for what a person can be told.
 */
export type MemberRun<N extends CallName> = (
  context: FunctionContext,
  payload: unknown,
  caller: Caller,
) => Promise<Calls[N]['value']>;

/** A guest's function: nobody vouches for the caller. */
export type GuestRun<N extends CallName> = (
  context: FunctionContext,
  payload: unknown,
) => Promise<Calls[N]['value']>;
