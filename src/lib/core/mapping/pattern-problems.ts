import type { Json } from '../event/aws-event';
import { fieldOf, isObject } from '../event/json-field';
import type { MappingProblem } from './mapping-error';
import { parsePattern } from './pattern-alternatives';
import { PatternError } from './pattern-error';
import { errorsIn } from './pattern-errors';

/**
 * Everything that is wrong with the event pattern of a rule; nothing where it has none.
 * @param path where the rule stands in its file: `rules[2]`
 */
export function patternProblems(rule: Json, path: string): readonly MappingProblem[] {
  const pattern = fieldOf(rule, 'pattern');
  if (!isObject(pattern)) return [];
  try {
    parsePattern(pattern);
    return [];
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    return errorsIn(error).map((one) => ({
      path: [`${path}.pattern`, one.path].filter((step) => step !== '').join('.'),
      reason: one.reason,
      remedy: one.resolution,
    }));
  }
}
