import type { EpochMs } from '../../../src/lib/core/event/aws-event';
import type { PasswordVerifier } from './password-verifier';

/** A code that was sent by e-mail, and how often it may still be tried. */
export interface SentCode {
  readonly text: string;
  readonly purpose: 'sign-up' | 'forgotten-password';
  readonly until: EpochMs;
}

export interface User {
  /** The pool signs people in by e-mail, and names them by their `sub`. */
  readonly sub: string;
  readonly email: string;
  status: 'UNCONFIRMED' | 'CONFIRMED' | 'FORCE_CHANGE_PASSWORD';
  password: PasswordVerifier;
  code: SentCode | null;
  totp: { readonly secret: string; verified: boolean; asked: boolean } | null;
  readonly groups: Set<string>;
  /** Sign-ins that are still good, by the `origin_jti` of their tokens. */
  readonly signIns: Set<string>;
  readonly createdAt: EpochMs;
}

/** The people of a pool, found by name or by e-mail. */
export class Users {
  readonly #bySub = new Map<string, User>();

  /** Finds by `sub` or by e-mail, whose capital letters do not matter. */
  find(name: string): User | null {
    const known = this.#bySub.get(name);
    if (known) return known;
    const email = name.toLowerCase();
    for (const user of this.#bySub.values()) if (user.email === email) return user;
    return null;
  }

  add(user: User): void {
    this.#bySub.set(user.sub, user);
  }

  remove(user: User): void {
    this.#bySub.delete(user.sub);
  }

  get size(): number {
    return this.#bySub.size;
  }
}
