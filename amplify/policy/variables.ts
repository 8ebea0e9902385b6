import { piecesOf } from './pattern';
import type { Piece } from './pattern';
import { PolicyNotUnderstood } from './policy-error';
import type { RequestContext } from './request-context';

const VARIABLE = /\$\{([^{}]*)\}/g;
const WITH_DEFAULT = /^([^,]+?)(?:\s*,\s*'([^']*)')?$/;

/** `${*}`, `${?}` and `${$}` stand for the characters themselves. */
const ESCAPES = new Set(['*', '?', '$']);

function textOf(variable: string, context: RequestContext): string | null {
  if (ESCAPES.has(variable)) return variable;
  const [, key, fallback] = WITH_DEFAULT.exec(variable.trim()) ?? [];
  if (key === undefined) {
    throw new PolicyNotUnderstood(
      `The variable "\${${variable}}" is not one.`,
      "Write a condition key, or a key and its default in quotes: ${key, 'default'}.",
    );
  }
  const values = context.values(key);
  if (values.length > 1) {
    throw new PolicyNotUnderstood(
      `The variable "\${${variable}}" has several values.`,
      'Use a key with one value.',
    );
  }
  return values[0] ?? fallback ?? null;
}

/**
 * The pieces of a pattern with its policy variables put in, as text that holds no wildcard; null when a variable has
 * neither a value nor a default: then the statement does not apply (IAM User Guide, "Variables and tags").
 */
export function expand(pattern: string, context: RequestContext): Piece[] | null {
  const pieces: Piece[] = [];
  let end = 0;
  for (const found of pattern.matchAll(VARIABLE)) {
    const text = textOf(found[1] ?? '', context);
    if (text === null) return null;
    pieces.push(...piecesOf(pattern.slice(end, found.index)), { kind: 'text', text, own: false });
    end = found.index + found[0].length;
  }
  return [...pieces, ...piecesOf(pattern.slice(end))];
}
