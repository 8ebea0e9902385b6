import type { SignInOutput } from 'aws-amplify/auth';
import { AccountError, inOurWords } from './account-error';
import type { AuthService } from './auth-service';

/** What must come next before somebody is signed in. */
export type SignInStep =
  | { readonly kind: 'done' }
  | { readonly kind: 'confirm'; readonly email: string }
  | { readonly kind: 'reset'; readonly email: string }
  | { readonly kind: 'totp' }
  | { readonly kind: 'new-password' };

const DONE: SignInStep = { kind: 'done' };

/** The service asks for something that this page has no form for. */
class UnknownStepError extends AccountError {
  constructor(step: string) {
    super(
      'The sign-in asks for something that this page does not know.',
      'Ask the owner of this deployment which way of signing in is set up.',
      step,
    );
  }
}

/** The ways to become signed in. Every error is an `AccountError`. Addresses are taken without blanks around them. */
export class SignIn {
  readonly #auth: AuthService;
  /** Whoever has just chosen a password is not asked for it again; kept until it was used, and never stored. */
  #chosen: { readonly email: string; readonly password: string } | null = null;

  constructor(auth: AuthService) {
    this.#auth = auth;
  }

  signUp(address: string, password: string): Promise<SignInStep> {
    const email = address.trim();
    return inOurWords(async () => {
      const options = { userAttributes: { email } };
      const { nextStep } = await this.#auth.signUp({ username: email, password, options });
      this.#chosen = { email, password };
      return nextStep.signUpStep === 'CONFIRM_SIGN_UP'
        ? { kind: 'confirm', email }
        : this.#afterChoice(email);
    });
  }

  /** Confirms the address; signs in where the password is still known, else the step is `done` and nobody signed in. */
  confirm(address: string, code: string): Promise<SignInStep> {
    const email = address.trim();
    return inOurWords(async () => {
      await this.#auth.confirmSignUp({ username: email, confirmationCode: digits(code) });
      return this.#afterChoice(email);
    });
  }

  sendCodeAgain(address: string): Promise<void> {
    return inOurWords(async () => {
      await this.#auth.resendSignUpCode({ username: address.trim() });
    });
  }

  /** Signs in by SRP: the password does not leave the page. */
  signIn(address: string, password: string): Promise<SignInStep> {
    const email = address.trim();
    return inOurWords(async () => {
      const step = stepOf(await this.#begin(email, password), email);
      this.#chosen = step.kind === 'confirm' ? { email, password } : null;
      return step;
    });
  }

  /** Answers what the sign-in asked for: six digits, or a new password. */
  answer(text: string, asked: 'totp' | 'new-password'): Promise<SignInStep> {
    const challengeResponse = asked === 'totp' ? digits(text) : text;
    return inOurWords(async () =>
      stepOf(await this.#auth.confirmSignIn({ challengeResponse }), ''),
    );
  }

  forgot(address: string): Promise<SignInStep> {
    const email = address.trim();
    return inOurWords(async () => {
      await this.#auth.resetPassword({ username: email });
      return { kind: 'reset', email };
    });
  }

  reset(address: string, code: string, newPassword: string): Promise<SignInStep> {
    const email = address.trim();
    return inOurWords(async () => {
      const confirmationCode = digits(code);
      await this.#auth.confirmResetPassword({ username: email, confirmationCode, newPassword });
      this.#chosen = { email, password: newPassword };
      return this.#afterChoice(email);
    });
  }

  signOut(): Promise<void> {
    this.#chosen = null;
    return inOurWords(() => this.#auth.signOut());
  }

  /** Somebody may be signed in here already, from another tab or an account that is no more: they give way. */
  async #begin(username: string, password: string): Promise<SignInOutput> {
    try {
      return await this.#auth.signIn({ username, password });
    } catch (thrown) {
      const isTaken =
        thrown instanceof Error && thrown.name === 'UserAlreadyAuthenticatedException';
      if (!isTaken) throw thrown;
      await this.#auth.signOut();
      return this.#auth.signIn({ username, password });
    }
  }

  async #afterChoice(email: string): Promise<SignInStep> {
    const chosen = this.#chosen;
    this.#chosen = null;
    return chosen?.email === email ? this.signIn(email, chosen.password) : DONE;
  }
}

/** What was copied or typed may have blanks or a hyphen between its digits. */
function digits(code: string): string {
  return code.replace(/[\s-]/g, '');
}

function stepOf({ nextStep }: Pick<SignInOutput, 'nextStep'>, email: string): SignInStep {
  switch (nextStep.signInStep) {
    case 'DONE':
      return DONE;
    case 'CONFIRM_SIGN_UP':
      return { kind: 'confirm', email };
    case 'RESET_PASSWORD':
      return { kind: 'reset', email };
    case 'CONFIRM_SIGN_IN_WITH_TOTP_CODE':
      return { kind: 'totp' };
    case 'CONFIRM_SIGN_IN_WITH_NEW_PASSWORD_REQUIRED':
      return { kind: 'new-password' };
    default:
      throw new UnknownStepError(nextStep.signInStep);
  }
}
