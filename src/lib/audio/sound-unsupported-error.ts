/** The browser cannot make the sound that is asked of it. */
export class SoundUnsupportedError extends Error {
  override readonly name = 'SoundUnsupportedError';
  /** What a person can do about it. */
  readonly resolution =
    'Open the page over https (or on localhost) in a current Chrome, Edge, Firefox or Safari, or go on without sound.';

  /** @param missing the part of the Web Audio API that is not there, for example `AudioWorklet`. */
  constructor(missing: string) {
    super(`This browser has no ${missing} here, so it cannot play.`);
  }
}
