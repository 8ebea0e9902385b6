/** What a deployer decides; a change here is deployed like any other change of the code. */
export interface Settings {
  /**
   * `own`: the deployment's own account is heard by its owner and whom the owner invites. `hosted`: everyone may sign
   * up and connects an account of their own; the deployment's own account is heard by nobody.
   */
  readonly deployment: 'own' | 'hosted';
  /** E-mail domains that may sign up by themselves, for example `example.com`. In an `own` deployment none means nobody. */
  readonly allowedDomains: readonly string[];
  /** The file of `mappings/` whose rules the EventBridge rules are made from, without `.json`. */
  readonly mapping: string;
  /** `mapping`: what the mapping can sound is delivered. `everything`: all events of the account's default bus are. */
  readonly listen: 'mapping' | 'everything';
  readonly taps: Taps;
  /** A month's costs of the account in US dollars at which the budget's alarm goes off; null for no budget. */
  readonly budgetUsd: number | null;
  /** Who is told of alarms by e-mail, beside the music; null for nobody. */
  readonly alarmEmail: string | null;
}

/** Sources of events that AWS does not put on the default bus by itself. All are off unless named. */
export interface Taps {
  /** Read-only API calls (List, Get, Describe …) too. Needs a trail with read events, and is loud. */
  readonly readCalls: boolean;
  /** Names of buckets of this Region that shall send their object events to EventBridge. */
  readonly buckets: readonly string[];
  /** Functions whose asynchronous invocations are heard. One that has destinations already is refused by AWS. */
  readonly functions: readonly TappedFunction[];
  /** ARNs of DynamoDB streams. The keys and values of the items are left out. */
  readonly tableStreams: readonly string[];
  /** Access log groups of API Gateway in JSON: 5xx answers are counted, and raise an alarm. */
  readonly accessLogs: readonly TappedAccessLog[];
  /** Log groups in which lines that tell of a 5xx answer are counted, and raise an alarm. */
  readonly logLines: readonly TappedLogLines[];
}

export interface TappedFunction {
  /** The name of the function, in this Region. */
  readonly name: string;
  /** The name of its execution role: it gets the right to publish to the feed. */
  readonly role: string;
  /** Which invocations are heard. */
  readonly on: 'success' | 'failure' | 'both';
}

export interface TappedAccessLog {
  readonly logGroup: string;
  /** The field of the access log's JSON that holds the status code, for example `status`. */
  readonly statusField: string;
}

export interface TappedLogLines {
  readonly logGroup: string;
  /** A filter pattern of CloudWatch Logs. */
  readonly pattern: string;
}

export const settings: Settings = {
  deployment: 'own',
  allowedDomains: [],
  mapping: 'default',
  listen: 'mapping',
  taps: {
    readCalls: false,
    buckets: [],
    functions: [],
    tableStreams: [],
    accessLogs: [],
    logLines: [],
  },
  budgetUsd: 10,
  alarmEmail: null,
};
