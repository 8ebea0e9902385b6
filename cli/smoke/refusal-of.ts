/** How AWS's services name a refusal that comes from a policy. */
const BY_POLICY: ReadonlySet<string> = new Set([
  'AccessDenied',
  'AccessDeniedException',
  'AuthorizationError',
  'AuthorizationErrorException',
]);

/** A request that must be refused was not, or for another reason. */
export class NotRefused extends Error {
  override readonly name = 'NotRefused';
  readonly resolution =
    'Read docs/security.md: the policies of this deployment are wider than that.';
}

/**
 * The name of the refusal that a request met.
 *
 * @throws NotRefused where it succeeded, or failed for a reason that is not a policy.
 */
export async function refusalOf(request: Promise<unknown>): Promise<string> {
  const thrown: unknown = await request.then(
    () => null,
    (error: unknown) => error,
  );
  if (thrown === null) throw new NotRefused('It was allowed.');
  const name = thrown instanceof Error ? thrown.name : String(thrown);
  if (BY_POLICY.has(name)) return name;
  const message = thrown instanceof Error ? thrown.message : '';
  throw new NotRefused(`It failed otherwise, with ${name}: ${message}`);
}
