import type { Facts } from '../../functions/context';

/**
 * Whether somebody with this address may sign up without an invitation. Where domains are named, the address's own
 * domain must be one of them, whole: neither `example.com.evil.net`, nor `evil-example.com`, nor a subdomain. An
 * address with a second `@`, with a blank or beyond ASCII is never taken apart, but refused.
 */
export function admitsItself(
  { deployment, allowedDomains }: Pick<Facts, 'deployment' | 'allowedDomains'>,
  email: string,
): boolean {
  if (allowedDomains.length === 0) return deployment === 'hosted';
  const [, domain] = /^[!-?A-~]{1,64}@([A-Za-z0-9.-]{1,253})$/.exec(email) ?? [];
  return domain !== undefined && allowedDomains.includes(domain.toLowerCase());
}
