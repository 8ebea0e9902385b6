import { NoCloudError } from '$lib/core/cloud/no-cloud';
import type { AccountConnecting } from './connecting.svelte';
import type { AccountMembership } from './member.svelte';
import type { AccountSharing } from './sharing.svelte';

/** Whether this site belongs to a deployment: only then there are accounts, connecting and sharing. */
export const hasCloud = import.meta.env.VITE_HAS_CLOUD === 'true';

/** Loads what all of them need. Without a cloud the build leaves out what lies behind this. */
async function rooms() {
  if (import.meta.env.VITE_HAS_CLOUD === 'true') return import('./cloud-rooms');
  throw new NoCloudError();
}

/**
 * Loads the sign-in, and looks who is signed in. One for the whole page.
 *
 * @throws an error with a `resolution` when that cannot be told, as without a connection; then it may be asked again.
 */
export async function openMembership(): Promise<AccountMembership> {
  return (await rooms()).membership();
}

/**
 * Loads what the Connect page needs. The page calls its `open`, and `close` when it is left.
 *
 * @throws an error with a `resolution` when it cannot be loaded.
 */
export async function openConnecting(): Promise<AccountConnecting> {
  return (await rooms()).connecting();
}

/**
 * Loads what the Share page needs.
 *
 * @throws an error with a `resolution` when it cannot be loaded.
 */
export async function openSharing(): Promise<AccountSharing> {
  return (await rooms()).sharing();
}
