/** What can be made to go wrong, for tests; all is well at the start. */
export interface Faults {
  /** How long credentials of the identity pool, and of a listener's seat, are good; null for AWS's own hour. */
  credentialsSeconds: number | null;
  /** How long ID and access tokens are good, in seconds. */
  tokenSeconds: number;
  /** By how much the services' clock is ahead of this machine's, in milliseconds. */
  clockSkewMs: number;
}

export const noFaults = (): Faults => ({
  credentialsSeconds: null,
  tokenSeconds: 3_600,
  clockSkewMs: 0,
});
