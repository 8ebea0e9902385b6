/** Credentials of one principal, good for an hour at most: a run is shorter. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
}
