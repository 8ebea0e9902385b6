/** The backend could not be synthesised. */
export class SynthError extends Error {
  override readonly name = 'SynthError';
  readonly resolution: string;

  constructor(message: string, resolution: string) {
    super(message);
    this.resolution = resolution;
  }
}
