import { NoCloudError } from '$lib/core/cloud/no-cloud';
import type { CloudOutputs } from '$lib/core/cloud/outputs';

/** What the page reads of `amplify_outputs.json`; the file holds more. */
export interface AmplifyOutputs {
  readonly auth: {
    readonly aws_region: string;
    readonly user_pool_id: string;
    readonly user_pool_client_id: string;
    readonly identity_pool_id: string;
  };
  readonly custom: { readonly cloud: CloudOutputs };
}

/**
 * The outputs that the site was built with.
 *
 * @throws NoCloudError where there are none.
 */
export async function loadOutputs(): Promise<AmplifyOutputs> {
  const { default: outputs } = await import('virtual:cloud-outputs');
  if (!outputs) throw new NoCloudError();
  return outputs;
}
