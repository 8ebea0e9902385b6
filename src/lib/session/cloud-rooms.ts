import { resolve } from '$app/paths';
import { tellSharesChanged } from '$lib/account/relay-shares';
import { forgetJournal } from '$lib/store/forget-journal';
import { AccountConnecting } from './connecting.svelte';
import { endListening } from './current';
import { AccountMembership } from './member.svelte';
import { journalOf } from './member-queue';
import { memberRoom } from './member-room';
import { AccountSharing } from './sharing.svelte';

let opened: Promise<AccountMembership> | null = null;

/** The address of something on this site. */
function onSite(path: string): string {
  return new URL(`${resolve('/')}${path}`, location.origin).href;
}

/** The page's one membership; see `openMembership`. */
export function membership(): Promise<AccountMembership> {
  opened ??= open().catch((error: unknown) => {
    opened = null;
    throw error;
  });
  return opened;
}

async function open(): Promise<AccountMembership> {
  const room = await memberRoom();
  const { account } = room;
  const leave = () => {
    room.leave();
    void endListening('account').catch(() => undefined);
  };
  const forget = (sub: string) => forgetJournal(journalOf(sub));
  const made = new AccountMembership({ account, leave, forget });
  await made.refresh();
  return made;
}

/** See `openConnecting`. */
export async function connecting(): Promise<AccountConnecting> {
  const { account, arrivals, poll } = await memberRoom();
  const templateUrl = account.cloud.connectorTemplateUrl ?? onSite('connector.yaml');
  return new AccountConnecting({ account, arrivals, poll, templateUrl, wallNow: Date.now });
}

/** See `openSharing`. */
export async function sharing(): Promise<AccountSharing> {
  const { account } = await memberRoom();
  return new AccountSharing({
    account,
    listenersPage: onSite('s'),
    tellChanged: tellSharesChanged,
  });
}
