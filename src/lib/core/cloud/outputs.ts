import type { CallName } from './calls';

/** Where the services are reached, when not at AWS's own addresses (the local cloud). */
export interface CloudEndpoints {
  readonly cognitoIdp: string;
  readonly cognitoIdentity: string;
  readonly sqs: string;
  readonly sns: string;
  readonly lambda: string;
}

/** `custom.cloud` of `amplify_outputs.json`: what the page must know of the deployment beside Amplify's own keys. */
export interface CloudOutputs {
  readonly version: 1;
  readonly prefix: string;
  readonly region: string;
  /** Twelve digits. */
  readonly account: string;
  /** `own`: one owner's account, who invites listeners. `hosted`: everyone signs up and connects an account. */
  readonly deployment: 'own' | 'hosted';
  readonly selfSignUp: 'open' | 'domains' | 'closed';
  readonly functions: Readonly<Record<CallName, string>>;
  readonly endpoints?: CloudEndpoints;
  /**
   * Where the connector's template lies in S3, the only place that CloudFormation takes it from by its address. Without
   * it, the console's form asks for the file that the site serves.
   */
  readonly connectorTemplateUrl?: string;
}
