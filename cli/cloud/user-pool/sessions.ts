import { randomUUID } from 'node:crypto';
import { ServiceRefusal } from '../service-refusal';
import type { Challenge } from './password-verifier';
import type { User } from './user';

/** How long a sign-in may take between two steps (Cognito's default: three minutes). */
const SESSION_MS = 180_000;

/** A sign-in that is not finished: who, what is asked, and what is needed to judge the answer. */
export type Step =
  /** `user` is null for a name that nobody has: the challenge looks the same, and no answer is right. */
  | {
      readonly asks: 'PASSWORD_VERIFIER';
      readonly user: User | null;
      readonly challenge: Challenge;
    }
  | { readonly asks: 'SOFTWARE_TOKEN_MFA'; readonly user: User }
  | { readonly asks: 'NEW_PASSWORD_REQUIRED'; readonly user: User };

/** The sign-ins under way. Each session is good for one answer. */
export class Sessions {
  readonly #now: () => number;
  readonly #steps = new Map<string, { readonly step: Step; readonly untilMs: number }>();

  constructor(now: () => number) {
    this.#now = now;
  }

  begin(step: Step): string {
    const session = randomUUID();
    this.#steps.set(session, { step, untilMs: this.#now() + SESSION_MS });
    return session;
  }

  /**
   * The step that a session stands for; it is over with this.
   *
   * @throws ServiceRefusal NotAuthorizedException where it is unknown, used, too old, or asks for something else.
   */
  take<Asks extends Step['asks']>(session: string, asks: Asks): Extract<Step, { asks: Asks }> {
    const found = this.#steps.get(session);
    this.#steps.delete(session);
    if (!found || found.untilMs <= this.#now() || found.step.asks !== asks)
      throw new ServiceRefusal('NotAuthorizedException', 'Invalid session for the user.');
    return found.step as Extract<Step, { asks: Asks }>;
  }

  /** The session in which a challenge with this block was given; SRP's answer may come without its session. */
  withBlock(block: string): string | null {
    for (const [session, { step }] of this.#steps)
      if (step.asks === 'PASSWORD_VERIFIER' && step.challenge.block.toString('base64') === block)
        return session;
    return null;
  }
}
