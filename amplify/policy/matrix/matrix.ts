import type { Allowance, Where } from './allowance';
import { FUNCTIONS } from './functions';
import { PEOPLE } from './people';
import { SERVICES } from './services';
import type { Cell } from './stage';
import { TAPS } from './taps';

/** The matrix: what is allowed. Every cell that it does not name is denied, and is tested to be. */
export const MATRIX: readonly Allowance[] = [...PEOPLE, ...SERVICES, ...FUNCTIONS, ...TAPS];

export const cellKey = ({ who, action, on }: Cell): string => `${who} | ${action} | ${on}`;

/** The cells of a line. */
export const cellsOf = ({ who, may, on }: Allowance): readonly Cell[] =>
  who.flatMap((one) =>
    may.flatMap((action) => on.map((where) => ({ who: one, action, on: where }))),
  );

/** The lines that hold in a kind of deployment. */
export function linesFor(kinds: readonly Where[]): readonly Allowance[] {
  return MATRIX.filter(({ where }) => where === undefined || kinds.includes(where));
}
