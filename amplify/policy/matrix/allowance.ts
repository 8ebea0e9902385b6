/** Where an allowance holds: everywhere, or in an `own` deployment, or in one with every tap and notice switched on. */
export type Where = 'own' | 'taps';

/** One line of the matrix: who may do what on what, and the code that needs it. Whatever no line says is denied. */
export interface Allowance {
  /** Principals, by the names in principals.ts. */
  readonly who: readonly string[];
  readonly may: readonly string[];
  /** Resources, by the names in resources.ts. */
  readonly on: readonly string[];
  /** What needs it: the folder of ours that makes the call, or in words what AWS does. */
  readonly need: string;
  readonly where?: Where;
}

/** Whether a line is needed by code of ours, and not by AWS. */
export const isByCode = ({ need }: Allowance): boolean => /^(amplify|src)\//.test(need);
