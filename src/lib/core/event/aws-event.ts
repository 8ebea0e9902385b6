/** Milliseconds since the Unix epoch. */
export type EpochMs = number;

/** Any value that JSON can carry. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

/** What an event says of the thing it reports, read from the event itself. */
export type Outcome = 'success' | 'neutral' | 'warning' | 'error';

/** A field of EventBridge's envelope that we can make up. */
export type Mended = 'id' | 'time' | 'source' | 'detail-type';

/** One event of an AWS account, whatever shape it was delivered in. */
export interface AwsEvent {
  /** EventBridge's id, the CloudTrail `eventID`, or a digest of the body where there is none. */
  readonly id: string;
  /** When it happened. */
  readonly time: EpochMs;
  /** EventBridge's source, for example `aws.s3`. */
  readonly source: string;
  readonly detailType: string;
  readonly account: string;
  readonly region: string;
  readonly resources: readonly string[];
  readonly detail: Json;
  readonly outcome: Outcome;
  /** The path of the field that decided the outcome, for example `detail.errorCode`; null when nothing told. */
  readonly outcomeField: string | null;
  /** The resource or principal that gives the event its identity: the same one gives the same key. */
  readonly key: string;
  /** Fields that were absent or nonsense and had to be made up, or found under another name than EventBridge's. */
  readonly mended: readonly Mended[];
  /** The event as EventBridge would deliver it; event patterns match against this. */
  readonly envelope: JsonObject;
}

/** A body, or a part of one, that no event could be read from. */
export interface Unreadable {
  /** Why, in words for a person. */
  readonly reason: string;
  /** The first characters of what could not be read, at most 200. */
  readonly head: string;
}

/** What came out of one body. Together the two lists account for everything in it. */
export interface Reading {
  readonly events: readonly AwsEvent[];
  readonly unreadable: readonly Unreadable[];
}
