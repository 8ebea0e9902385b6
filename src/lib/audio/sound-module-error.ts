/** The module for the audio thread could not be loaded. */
export class SoundModuleError extends Error {
  override readonly name = 'SoundModuleError';
  readonly resolution = 'Check the connection and press play again; if it stays, reload the page.';

  constructor(cause: unknown) {
    super('The sound module could not be loaded.', { cause });
  }
}
