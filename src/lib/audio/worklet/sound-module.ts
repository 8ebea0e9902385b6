import url from './sound.worklet.ts?worker&url';

/**
 * Loads our processors into a context. The module is compiled like a worker's, so it comes as a file of its own from the
 * site's own origin, which a Content-Security-Policy of `script-src 'self'` allows.
 */
export async function loadSoundModule(context: BaseAudioContext): Promise<void> {
  await context.audioWorklet.addModule(url);
}
