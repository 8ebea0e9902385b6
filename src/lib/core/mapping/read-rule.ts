import type { Json, JsonObject } from '../event/aws-event';
import { fieldOf, isObject, textField } from '../event/json-field';
import type { MappingProblem } from './mapping-error';
import { type Alternative, parsePattern } from './pattern-alternatives';
import { PatternError } from './pattern-error';
import { errorsIn } from './pattern-errors';
import type { Rule } from './rule';

/** What a rule takes over as it is written. */
type RuleJson = Omit<Rule, 'alternatives' | 'key'>;

/** A rule of a mapping that is valid by the schema; null, and the problems noted, where its pattern is not. */
export function readRule(value: Json, path: string, problems: MappingProblem[]): Rule | null {
  const pattern = fieldOf(value, 'pattern');
  if (!isObject(value) || !isObject(pattern)) return null;
  const alternatives = readPattern(pattern, `${path}.pattern`, problems);
  if (alternatives === null) return null;
  const { id, title, news, interrupt, voice } = value as unknown as RuleJson;
  const key = textField(value, 'key')?.split('.') ?? null;
  return { id, title, pattern, alternatives, news, interrupt, voice, key };
}

function readPattern(
  pattern: JsonObject,
  path: string,
  problems: MappingProblem[],
): readonly Alternative[] | null {
  try {
    return parsePattern(pattern);
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    for (const one of errorsIn(error)) {
      const inner = one.path === '' ? path : `${path}.${one.path}`;
      problems.push({ path: inner, reason: one.reason, remedy: one.resolution });
    }
    return null;
  }
}
