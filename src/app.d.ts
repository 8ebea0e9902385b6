interface ImportMetaEnv {
  /** `true` where the site is built for a deployment of the cloud; see cli/site/cloud-outputs.js. */
  readonly VITE_HAS_CLOUD?: 'true' | 'false';
  /** The address of the local queue, where the site is built for one. */
  readonly VITE_LOCAL_QUEUE_URL?: string;
}

declare module 'virtual:cloud-outputs' {
  import type { AmplifyOutputs } from '$lib/account/outputs';

  /** `amplify_outputs.json` as the build found it; null where there was none. */
  const outputs: AmplifyOutputs | null;
  export default outputs;
}
