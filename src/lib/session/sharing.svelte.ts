import type { Account } from '$lib/account/account';
import type { Share, Sharing } from './membership';

export interface SharingParts {
  readonly account: Pick<Account, 'call'>;
  /** The address of the listeners' page; its fragment is what a browser sends to no server. */
  readonly listenersPage: string;
  /** Tells whoever relays events that a share was made or revoked. */
  readonly tellChanged: () => void;
}

/** The links that others listen by. */
export class AccountSharing implements Sharing {
  shares: readonly Share[] | null = $state.raw(null);

  readonly #parts: SharingParts;

  constructor(parts: SharingParts) {
    this.#parts = parts;
  }

  async refresh(): Promise<void> {
    this.shares = (await this.#parts.account.call('list-shares', {})).shares;
  }

  /** The token stands in the link's fragment, so that no server's log sees it; it is kept nowhere here. */
  async create(options: Parameters<Sharing['create']>[0]): Promise<string> {
    const { share, token } = await this.#parts.account.call('create-share', options);
    this.shares = [share, ...(this.shares ?? []).filter(({ id }) => id !== share.id)];
    this.#parts.tellChanged();
    return `${this.#parts.listenersPage}#${token}`;
  }

  async revoke(id: string): Promise<void> {
    const { share } = await this.#parts.account.call('revoke-share', { id });
    this.#parts.tellChanged();
    this.shares = this.shares?.map((each) => (each.id === id ? share : each)) ?? null;
  }
}
