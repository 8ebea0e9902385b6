import { randomBytes } from 'node:crypto';
import { ServiceRefusal } from '../service-refusal';
import type { SignIn } from './tokens';

/** The tokens by which a page stays signed in: opaque, and forgotten when they are revoked. */
export class RefreshTokens {
  readonly #signIns = new Map<string, SignIn>();

  issue(signIn: SignIn): string {
    const token = randomBytes(96).toString('base64url');
    signIn.user.signIns.add(signIn.origin);
    this.#signIns.set(token, signIn);
    return token;
  }

  /** @throws ServiceRefusal NotAuthorizedException where the token is unknown or revoked. */
  signIn(token: string): SignIn {
    const found = this.#signIns.get(token);
    if (found?.user.signIns.has(found.origin)) return found;
    throw new ServiceRefusal('NotAuthorizedException', 'Refresh Token has been revoked');
  }

  /** Ends the sign-in that a token belongs to, and so its access tokens too; an unknown one is no error. */
  revoke(token: string): void {
    const found = this.#signIns.get(token);
    found?.user.signIns.delete(found.origin);
    this.#signIns.delete(token);
  }
}
