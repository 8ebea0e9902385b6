import type { Membership, NextStep } from '$lib/session/membership';
import {
  checkCode,
  checkEmail,
  checkNewPassword,
  checkPassword,
  cleanDigits,
  cleanEmail,
} from '../form/entry-checks';
import { Entry } from '../form/entry.svelte';
import { Form } from '../form/form.svelte';
import { Attempt } from '../attempt/attempt.svelte';

/** Where somebody stands on the way in. */
export type AdmissionStep =
  'sign-in' | 'sign-up' | 'confirm' | 'forgot' | 'reset' | 'totp' | 'new-password';

/** The way in: signing up and in, with all that may be asked for between. */
export class Admission {
  step: AdmissionStep = $state('sign-in');
  /** What has just been done, in words; empty where nothing is to be told. */
  told = $state('');
  /** Whether the person has gone from one form to another; only then a form takes the focus. */
  hasMoved = false;
  readonly email = new Entry(checkEmail);
  readonly password = new Entry(checkPassword);
  readonly newPassword = new Entry(checkNewPassword);
  readonly code = new Entry(checkCode);
  readonly sending = new Attempt();

  readonly #membership: Membership;
  readonly #forms: Readonly<Record<AdmissionStep, Form>>;

  constructor(membership: Membership) {
    const { email, password, newPassword, code } = this;
    this.#membership = membership;
    this.#forms = {
      'sign-in': new Form([email, password]),
      'sign-up': new Form([email, newPassword]),
      confirm: new Form([code]),
      forgot: new Form([email]),
      reset: new Form([code, newPassword]),
      totp: new Form([code]),
      'new-password': new Form([newPassword]),
    };
  }

  /** The form of this step. */
  get form(): Form {
    return this.#forms[this.step];
  }

  /** The address as it is sent. */
  get address(): string {
    return cleanEmail(this.email.value);
  }

  /** Goes to another form; the address goes along, passwords and codes do not. */
  go(step: AdmissionStep): void {
    for (const entry of [this.password, this.newPassword, this.code]) entry.clear();
    this.email.trouble = null;
    this.told = '';
    this.hasMoved = true;
    this.step = step;
  }

  /** Sends the form of this step. */
  submit(): Promise<boolean> {
    return this.form.submit(() => this.#acts[this.step]());
  }

  /** Asks for another code, where one was sent by mail. */
  sendAgain(): Promise<void> {
    return this.sending.run(async () => {
      this.told = '';
      if (this.step === 'confirm') await this.#membership.sendCodeAgain(this.address);
      else await this.#membership.forgot(this.address);
      this.told = `Another code is on its way to ${this.address}.`;
    });
  }

  readonly #acts: Readonly<Record<AdmissionStep, () => Promise<void>>> = {
    'sign-in': async () =>
      this.#follow(await this.#membership.signIn(this.address, this.password.value)),
    'sign-up': async () =>
      this.#enter(await this.#membership.signUp(this.address, this.newPassword.value)),
    confirm: async () => this.#enter(await this.#membership.confirm(this.address, this.#digits())),
    forgot: async () => this.#follow(await this.#membership.forgot(this.address)),
    reset: async () =>
      this.#enter(
        await this.#membership.reset(this.address, this.#digits(), this.newPassword.value),
      ),
    totp: async () => this.#follow(await this.#membership.answer(this.#digits())),
    'new-password': async () => this.#follow(await this.#membership.answer(this.newPassword.value)),
  };

  #digits(): string {
    return cleanDigits(this.code.value);
  }

  /** The password that was just chosen or typed, which outlives the step until the person is in. */
  #chosen(): string {
    return this.newPassword.value || this.password.value;
  }

  /** After a code was right: in with the password that is still known here, else to the form that asks for it. */
  async #enter(next: NextStep): Promise<void> {
    if (next.kind !== 'done' || this.#membership.state === 'signed-in') return this.#follow(next);
    const password = this.#chosen();
    if (password !== '') return this.#follow(await this.#membership.signIn(this.address, password));
    this.go('sign-in');
    this.told = 'That is confirmed. Now sign in.';
  }

  #follow(next: NextStep): void {
    this.code.clear();
    if (next.kind === 'done') {
      this.go('sign-in');
      return;
    }
    if (next.kind === 'new-password') this.newPassword.clear();
    this.told = 'email' in next ? `We sent a code to ${next.email}.` : '';
    this.hasMoved = true;
    this.step = next.kind;
  }
}
