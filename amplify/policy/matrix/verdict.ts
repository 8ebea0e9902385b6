import type { Decision } from '../authorise';
import type { Where } from './allowance';
import { unused } from './coverage';
import { cellKey, cellsOf, linesFor } from './matrix';
import type { Stage } from './stage';

/** How a deployment's policies compare with the matrix. */
export interface Verdict {
  readonly cellCount: number;
  /** Cells that are allowed and that no line names, with the statements that allow them. */
  readonly tooWide: readonly string[];
  /** Cells that a line names and that are denied, with the reason. */
  readonly missing: readonly string[];
  /** Statements, actions or resources that no allowed cell needs. */
  readonly unused: readonly string[];
  readonly allowed: ReadonlyMap<string, Decision>;
}

/** Decides every cell, and compares. */
export function verdict(stage: Stage, kinds: readonly Where[]): Verdict {
  const named = new Set(linesFor(kinds).flatMap(cellsOf).map(cellKey));
  const decided = stage.cells().map((cell) => [cellKey(cell), stage.decide(cell)] as const);
  const allowed = new Map(decided.filter(([, { allowed: may }]) => may));
  const known = new Map(decided);
  return {
    cellCount: decided.length,
    tooWide: [...allowed]
      .filter(([key]) => !named.has(key))
      .map(([key, { because }]) => `${key}: ${because}`),
    missing: [...named]
      .filter((key) => !allowed.has(key))
      .map((key) => `${key}: ${known.get(key)?.because ?? 'is no cell'}`),
    unused: unused(stage.policies(), [...allowed.values()]),
    allowed,
  };
}
