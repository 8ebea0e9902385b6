/** A command was called wrongly: told in one line, before anything starts, with exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly resolution: string;

  constructor(message: string, resolution: string) {
    super(message);
    this.resolution = resolution;
  }
}
