import { base } from '$app/paths';
import type { AccountConnecting } from './connecting.svelte';
import type { AccountMembership } from './member.svelte';
import type { AccountSharing } from './sharing.svelte';

/** Whether this site belongs to a deployment: only then there are accounts, connecting and sharing. */
export const hasCloud = import.meta.env.VITE_HAS_CLOUD === 'true';

let membership: Promise<AccountMembership> | null = null;

function onSite(path: string): string {
  return new URL(`${base}/${path}`, location.origin).href;
}

/**
 * Loads the sign-in, and looks who is signed in. One for the whole page.
 *
 * @throws an error with a `resolution` when that cannot be told, as without a connection; then it may be asked again.
 */
export function openMembership(): Promise<AccountMembership> {
  membership ??= makeMembership().catch((error: unknown) => {
    membership = null;
    throw error;
  });
  return membership;
}

async function makeMembership(): Promise<AccountMembership> {
  const [{ memberRoom }, { AccountMembership }, { journalOf }, { forgetJournal }] =
    await Promise.all([
      import('./member-room'),
      import('./member.svelte'),
      import('./member-queue'),
      import('$lib/store/forget-journal'),
    ]);
  const { account, leave } = await memberRoom();
  const made = new AccountMembership({
    account,
    leave,
    forget: (sub) => forgetJournal(journalOf(sub)),
  });
  await made.refresh();
  return made;
}

/**
 * Loads what the Connect page needs; it is opened, and closed again, by the page.
 *
 * @throws an error with a `resolution` when it cannot be loaded.
 */
export async function openConnecting(): Promise<AccountConnecting> {
  const [{ memberRoom }, { AccountConnecting }] = await Promise.all([
    import('./member-room'),
    import('./connecting.svelte'),
  ]);
  const { account, arrivals, poll } = await memberRoom();
  const templateUrl = account.cloud.connectorTemplateUrl ?? onSite('connector.yaml');
  return new AccountConnecting({ account, arrivals, poll, templateUrl, wallNow: Date.now });
}

/**
 * Loads what the Share page needs.
 *
 * @throws an error with a `resolution` when it cannot be loaded.
 */
export async function openSharing(): Promise<AccountSharing> {
  const [{ memberRoom }, { AccountSharing }] = await Promise.all([
    import('./member-room'),
    import('./sharing.svelte'),
  ]);
  const { account } = await memberRoom();
  return new AccountSharing({ account, listenersPage: onSite('s') });
}
