import type { Account } from '$lib/account/account';
import type { Member } from '$lib/account/member';
import type { SignInStep } from '$lib/account/sign-in';
import type { Membership, NextStep } from './membership';

/** What of an account a membership needs. */
export type MembersAccount = Pick<
  Account,
  'cloud' | 'signIn' | 'authenticator' | 'session' | 'call' | 'onEnded'
>;

export interface MemberParts {
  readonly account: MembersAccount;
  /** Ends what is heard of who leaves. */
  readonly leave: () => void;
  /** Deletes what this browser keeps of a person, by the user pool's id. */
  readonly forget: (sub: string) => Promise<void>;
}

/** Signing up, in and out, in this page. */
export class AccountMembership implements Membership {
  state: Membership['state'] = $state('checking');
  email: string | null = $state(null);
  isOwner = $state(false);
  totp: boolean | null = $state(null);

  readonly #parts: MemberParts;
  /** What an answer would be an answer to. */
  #asked: 'totp' | 'new-password' | null = null;
  #sub: string | null = null;

  constructor(parts: MemberParts) {
    this.#parts = parts;
    parts.account.onEnded(() => void this.refresh().catch(() => undefined));
  }

  get deployment(): Membership['deployment'] {
    return this.#parts.account.cloud.deployment;
  }

  get selfSignUp(): Membership['selfSignUp'] {
    return this.#parts.account.cloud.selfSignUp;
  }

  /**
   * Looks who is signed in, as at the start, or when another tab may have changed it.
   *
   * @throws AccountError when that cannot be told; the state stays what it was.
   */
  async refresh(): Promise<void> {
    const member = await this.#parts.account.session.member();
    if (this.#sub !== null && member?.sub !== this.#sub) this.#parts.leave();
    this.#show(member);
    if (member) this.totp = await this.#parts.account.authenticator.isOn().catch(() => null);
  }

  signUp(email: string, password: string): Promise<NextStep> {
    return this.#step(this.#parts.account.signIn.signUp(email, password));
  }

  confirm(email: string, code: string): Promise<NextStep> {
    return this.#step(this.#parts.account.signIn.confirm(email, code));
  }

  sendCodeAgain(email: string): Promise<void> {
    return this.#parts.account.signIn.sendCodeAgain(email);
  }

  signIn(email: string, password: string): Promise<NextStep> {
    return this.#step(this.#parts.account.signIn.signIn(email, password));
  }

  answer(text: string): Promise<NextStep> {
    return this.#step(this.#parts.account.signIn.answer(text, this.#asked ?? 'totp'));
  }

  forgot(email: string): Promise<NextStep> {
    return this.#step(this.#parts.account.signIn.forgot(email));
  }

  reset(email: string, code: string, password: string): Promise<NextStep> {
    return this.#step(this.#parts.account.signIn.reset(email, code, password));
  }

  beginTotp(): Promise<{ readonly secret: string; readonly uri: string }> {
    return this.#parts.account.authenticator.begin(this.email ?? '');
  }

  async finishTotp(code: string): Promise<void> {
    await this.#parts.account.authenticator.finish(code);
    this.totp = true;
  }

  async removeTotp(): Promise<void> {
    await this.#parts.account.authenticator.remove();
    this.totp = false;
  }

  async signOut(): Promise<void> {
    this.#parts.leave();
    await this.#parts.account.signIn.signOut();
    this.#show(null);
  }

  async deleteAccount(): Promise<void> {
    const sub = this.#sub;
    await this.#parts.account.call('delete-account', {});
    await this.signOut();
    if (sub !== null) await this.#parts.forget(sub);
  }

  async invite(email: string): Promise<void> {
    await this.#parts.account.call('invite', { email: email.trim() });
  }

  async #step(taken: Promise<SignInStep>): Promise<NextStep> {
    const step = await taken;
    this.#asked = step.kind === 'totp' || step.kind === 'new-password' ? step.kind : null;
    if (step.kind !== 'done') return step;
    await this.refresh();
    if (this.state === 'signed-in') this.#prepare();
    return step;
  }

  /** Has the queue made while the person reads on. Where that fails, whoever needs it has it made again, and says why. */
  #prepare(): void {
    void this.#parts.account.call('ensure-queue', {}).catch(() => undefined);
  }

  #show(member: Member | null): void {
    this.#sub = member?.sub ?? null;
    this.email = member?.email ?? null;
    this.isOwner = member?.groups.includes('owner') ?? false;
    this.totp = null;
    this.state = member ? 'signed-in' : 'signed-out';
  }
}
