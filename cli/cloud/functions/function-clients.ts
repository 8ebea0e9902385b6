import { CloudTrailClient } from '@aws-sdk/client-cloudtrail';
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import { STSClient } from '@aws-sdk/client-sts';
import type { Clients } from '../../../amplify/functions/context';
import type { Keyring } from '../gate/keyring';

/** As long as Lambda's own credentials are good at least. */
const CREDENTIALS_SECONDS = 3_600;

/** The clients of a function: the real ones, by whose requests the gate sees the function's own role. */
export function functionClients(
  keyring: Keyring,
  functionName: string,
  roleArn: string,
  endpoint: string,
  region: string,
): Clients {
  const credentials = async () => {
    const bearer = { roleArn, sessionName: functionName, tags: {}, sessionPolicy: null };
    const { expiration, ...given } = keyring.issue(bearer, CREDENTIALS_SECONDS);
    return { ...given, expiration: new Date(expiration) };
  };
  const options = { region, endpoint, credentials };
  return {
    sqs: new SQSClient({ ...options, useQueueUrlAsEndpoint: false }),
    sns: new SNSClient(options),
    sts: new STSClient(options),
    dynamo: new DynamoDBClient(options),
    cognito: new CognitoIdentityProviderClient(options),
    cloudtrail: new CloudTrailClient(options),
    eventbridge: new EventBridgeClient(options),
  };
}

export function destroyClients(clients: Clients): void {
  for (const client of Object.values(clients)) client.destroy();
}
