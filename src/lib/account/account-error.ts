import { wordsOf } from './error-words';

/** The sign-in, or the account, refused something. `code` is the raw one of the service. */
export class AccountError extends Error {
  override readonly name = 'AccountError';
  readonly resolution: string;
  readonly code: string;

  constructor(message: string, resolution: string, code: string, cause?: unknown) {
    super(message, { cause });
    this.resolution = resolution;
    this.code = code;
  }
}

/** Nobody is signed in, or what was known of them has ended: the queue's readers take it for refused credentials. */
export class SignedOutError extends AccountError {
  constructor(cause?: unknown) {
    super(
      'You are signed out.',
      'Sign in again; what came meanwhile waits in your queue.',
      'NotAuthorizedException',
      cause,
    );
  }
}

/** The raw code of what a service or a library threw. */
function codeOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return 'Unknown';
  // Amplify wraps what it does not know; the name of what lies inside says more.
  const inner = 'underlyingError' in thrown ? thrown.underlyingError : undefined;
  return thrown.name === 'Unknown' && inner instanceof Error ? inner.name : thrown.name;
}

/**
 * What a person is told when the sign-in refused. One that has no words of its own is told by its code; none is
 * swallowed.
 */
export function accountErrorOf(thrown: unknown): AccountError {
  if (thrown instanceof AccountError) return thrown;
  const code = codeOf(thrown);
  const said = thrown instanceof Error ? thrown.message : String(thrown);
  const { message, resolution } = wordsOf(code, said);
  return new AccountError(message, resolution, code, thrown);
}

/** Does something of the sign-in, and has what it throws in our words. */
export async function inOurWords<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (thrown) {
    throw accountErrorOf(thrown);
  }
}
