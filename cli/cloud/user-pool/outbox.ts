import type { EpochMs } from '../../../src/lib/core/event/aws-event';

export interface Mail {
  readonly to: string;
  /** A code of six digits, or the first password of an invited person. */
  readonly secret: string;
  readonly purpose: 'sign-up' | 'forgotten-password' | 'invitation';
  readonly at: EpochMs;
}

/** What the pool would have sent by e-mail: nothing leaves the machine. */
export class Outbox {
  readonly #mails: Mail[] = [];
  /** Told of every mail. */
  onMail: (mail: Mail) => void = () => undefined;

  put(mail: Mail): void {
    this.#mails.push(mail);
    this.onMail(mail);
  }

  get mails(): readonly Mail[] {
    return this.#mails;
  }

  /** The newest mail to an address; null where none was sent. */
  newestTo(address: string): Mail | null {
    const to = address.toLowerCase();
    return this.#mails.findLast((mail) => mail.to === to) ?? null;
  }
}
