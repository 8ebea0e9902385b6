import { SoundModuleError } from '../sound-module-error';
import url from './sound.worklet.ts?worker&url';

/**
 * Loads our processors into a context. The module is compiled like a worker's, so it comes as a file of its own from the
 * site's own origin, which a Content-Security-Policy of `script-src 'self'` allows.
 * @throws SoundModuleError
 */
export async function loadSoundModule(context: BaseAudioContext): Promise<void> {
  try {
    await context.audioWorklet.addModule(url);
  } catch (error) {
    throw new SoundModuleError(error);
  }
}
