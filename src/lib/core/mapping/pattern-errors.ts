import { PatternError } from './pattern-error';

/** Several mistakes of one pattern, in its order; as an error it speaks of the first. */
export class PatternErrors extends PatternError {
  readonly all: readonly PatternError[];

  constructor(all: readonly [PatternError, ...PatternError[]]) {
    super(all[0].path, all[0].reason, all[0].resolution);
    this.all = all;
  }
}

/** Everything that an error of a pattern tells. */
export function errorsIn(error: PatternError): readonly PatternError[] {
  return error instanceof PatternErrors ? error.all : [error];
}

/**
 * Maps every item, and goes on past those that are refused.
 * @throws PatternErrors with what is wrong with any of them
 */
export function collectErrors<Item, Result>(
  items: readonly Item[],
  map: (item: Item, at: number) => Result,
): Result[] {
  const errors: PatternError[] = [];
  const results: Result[] = [];
  for (const [at, item] of items.entries())
    try {
      results.push(map(item, at));
    } catch (error) {
      if (!(error instanceof PatternError)) throw error;
      errors.push(...errorsIn(error));
    }
  const [first, ...others] = errors;
  if (first !== undefined) throw new PatternErrors([first, ...others]);
  return results;
}
