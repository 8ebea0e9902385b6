/** Why no music can be made of what was given; the page stays as it is. */
export class RecordingError extends Error {
  /** What to do about it. */
  readonly resolution: string;

  constructor(message: string, resolution: string) {
    super(message);
    this.resolution = resolution;
  }
}

/** Nothing that was given has a single byte. */
export class EmptyFileError extends RecordingError {
  override readonly name = 'EmptyFileError';
}

/** What was given could not be read or unpacked from its beginning on. */
export class DamagedFileError extends RecordingError {
  override readonly name = 'DamagedFileError';
}

/** What was given can be read, but no event is in it. */
export class NoEventsError extends RecordingError {
  override readonly name = 'NoEventsError';
}

/** Another plan or another place was asked for before this answer was found. */
export class OutrunError extends RecordingError {
  override readonly name = 'OutrunError';

  constructor() {
    super('Another place in the recording was asked for meanwhile.', 'Wait for that one.');
  }
}
