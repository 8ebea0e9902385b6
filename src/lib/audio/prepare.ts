import { ordinaryPrints, Prints } from './freezing';
import { idle } from './idle';

/** The prints of this page: rendered once, whoever plays them. */
export const PAGE_PRINTS = new Prints();

/**
 * Renders every ordinary note while the page is idle, so that the first click is answered at once. Needs no click.
 * Calling it again costs nothing. Resolves at once where there is no Web Audio: `start` will say so.
 */
export async function prepare(): Promise<void> {
  if (typeof OfflineAudioContext === 'undefined') return;
  await PAGE_PRINTS.makeAll(ordinaryPrints(), idle);
}
