import { inOurWords } from './account-error';
import type { AuthService } from './auth-service';

/** What the app shows beside the digits. */
const ISSUER = 'AWS Musical Event';

/** The second factor: six digits of an authenticator app (RFC 6238). Every error is an `AccountError`. */
export class AuthenticatorApp {
  readonly #auth: AuthService;

  constructor(auth: AuthService) {
    this.#auth = auth;
  }

  /** Whether it is asked for at sign-in. */
  isOn(): Promise<boolean> {
    return inOurWords(async () => {
      const { enabled = [] } = await this.#auth.fetchMFAPreference();
      return enabled.includes('TOTP');
    });
  }

  /** What the app needs: the secret to type, and the `otpauth:` address for its camera. */
  begin(email: string): Promise<{ readonly secret: string; readonly uri: string }> {
    return inOurWords(async () => {
      const { sharedSecret, getSetupUri } = await this.#auth.setUpTOTP();
      return { secret: sharedSecret, uri: getSetupUri(ISSUER, email).href };
    });
  }

  /** From here on it is asked for: only after one code was right. */
  finish(code: string): Promise<void> {
    return inOurWords(async () => {
      await this.#auth.verifyTOTPSetup({ code: code.replace(/[\s-]/g, '') });
      await this.#auth.updateMFAPreference({ totp: 'PREFERRED' });
    });
  }

  remove(): Promise<void> {
    return inOurWords(() => this.#auth.updateMFAPreference({ totp: 'DISABLED' }));
  }
}
