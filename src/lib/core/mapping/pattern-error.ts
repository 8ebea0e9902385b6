/** Why an event pattern is refused, where, and what would be right. */
export class PatternError extends Error {
  override readonly name = 'PatternError';
  /** The path inside the pattern, for example `detail.state[0].prefix`; empty for the whole of it. */
  readonly path: string;
  readonly reason: string;
  readonly resolution: string;

  constructor(path: string, reason: string, resolution: string) {
    super(path === '' ? `The pattern ${reason}.` : `${path} ${reason}.`);
    this.path = path;
    this.reason = reason;
    this.resolution = resolution;
  }
}
