/** The site was built without a deployment to belong to. */
export class NoCloudError extends Error {
  override readonly name = 'NoCloudError';
  readonly resolution =
    'Listen to the demo or to files, or use a site that belongs to a deployment.';

  constructor() {
    super('this site has no accounts');
  }
}
