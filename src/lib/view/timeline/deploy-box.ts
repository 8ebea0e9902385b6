import type { Extent } from './alarm-labels';
import { fitText, type Measure } from './fit-text';
import type { Pixels } from './layout';

/** A deploy's box: its triangle, and its words where there is room for them. */
export interface DeployBox extends Extent {
  /** The middle of the triangle, where the line stands. */
  readonly x: Pixels;
  /** null for the triangle alone. */
  readonly words: { readonly strong: string; readonly dim: string } | null;
}

/** From the triangle's middle to the box's left edge, and to the words. */
const HALF_TRIANGLE: Pixels = 8.5;
export const DEPLOY_LEAD: Pixels = 10;
export const DEPLOY_GAP: Pixels = 4;
const TAIL: Pixels = 7;

const KINDS: ReadonlyMap<string, string> = new Map([
  ['aws.codebuild', 'Build'],
  ['aws.codepipeline', 'Pipeline'],
]);

/** What the good news of a delivery service was, by EventBridge's source: `Deploy`, `Pipeline` or `Build`. */
export function deployKind(source: string): string {
  return KINDS.get(source) ?? 'Deploy';
}

/** The box of a deploy at `x` that may reach as far as `limit`. */
export function deployBox(
  x: Pixels,
  limit: Pixels,
  { strong, dim }: { readonly strong: string; readonly dim: string },
  measure: Measure,
): DeployBox {
  const left = x - HALF_TRIANGLE;
  const start = x + DEPLOY_LEAD + measure(strong, 500) + DEPLOY_GAP;
  const fitted = fitText(dim, limit - TAIL - start, (text) => measure(text, 400));
  if (fitted === null) return { x, left, right: x + HALF_TRIANGLE, words: null };
  const right = start + measure(fitted, 400) + TAIL;
  return { x, left, right, words: { strong, dim: fitted } };
}
