import { PolicyNotUnderstood } from './policy-error';

/** A list in a statement, or everything but the list (`NotAction`, `NotResource`, `NotPrincipal`). */
export interface Listed<T> {
  readonly negated: boolean;
  readonly items: readonly T[];
}

/** `everyone` is `*`; the others are the types of a Principal element. */
export type PrincipalItem =
  | { readonly type: 'everyone' }
  | { readonly type: 'AWS' | 'Service' | 'Federated'; readonly value: string };

/** One key of a condition operator with the values that the policy lists for it. */
export interface Condition {
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
}

export interface Statement {
  /** The policy's name and the statement's Sid or place in it. */
  readonly id: string;
  readonly effect: 'Allow' | 'Deny';
  readonly actions: Listed<string>;
  /** Null in a trust policy: the role itself. */
  readonly resources: Listed<string> | null;
  /** Null in an identity policy: whoever it is attached to. */
  readonly principals: Listed<PrincipalItem> | null;
  readonly conditions: readonly Condition[];
}

/** Where a policy stands decides which elements its statements must have. */
export type PolicyKind = 'identity' | 'resource' | 'trust';

export interface Policy {
  readonly name: string;
  readonly kind: PolicyKind;
  readonly statements: readonly Statement[];
}

/** Refuses a policy, saying where. */
export function refuse(where: string, what: string, resolution: string): never {
  throw new PolicyNotUnderstood(`${where}: ${what}`, resolution);
}

/** Reads a value that must be an object. Throws PolicyNotUnderstood. */
export function record(where: string, value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return value as Readonly<Record<string, unknown>>;
  }
  return refuse(where, 'an object is expected.', 'Write a JSON object.');
}

/** Reads one text or a list of texts; numbers and booleans become text, as AWS reads them. */
export function texts(where: string, value: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.map((item) => {
    if (['string', 'number', 'boolean'].includes(typeof item)) return String(item);
    return refuse(where, 'a text or a list of texts is expected.', 'Resolve references first.');
  });
}
