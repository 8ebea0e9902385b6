import type { SiteVariant } from '../local/site';

/**
 * The site as it is built for a cloud on this machine.
 *
 * @param outputs the file of the outputs, and `text` what is in it.
 */
export const cloudSite = (outputs: string, text: string): SiteVariant => ({
  folder: '.local/cloud/site',
  salt: text,
  environment: { AMPLIFY_OUTPUTS: outputs },
});
