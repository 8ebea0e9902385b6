import type { Json } from '../event/aws-event';
import { fieldOf, isObject, textField } from '../event/json-field';
import { MAX_DEPTH, nestsWithin } from '../event/parse-json';
import { compileMapping, type Mapping } from './mapping';
import { mappingDigest } from './mapping-digest';
import { MappingError, type MappingProblem } from './mapping-error';
import { patternProblems } from './pattern-problems';
import { inOrder } from './problem-order';
import { schemaProblems } from './schema-problems';
import { remedies } from './schema-validator';

const NO_RULES: readonly Json[] = [];

/**
 * Checks and compiles a mapping file's parsed JSON.
 * @throws MappingError with everything that is wrong, where, and what would be right
 */
export function loadMapping(json: unknown): Mapping {
  const file = json as Json;
  if (!isObject(file) || !nestsWithin(file, MAX_DEPTH))
    throw new MappingError([
      { path: '', reason: 'must be a JSON object', remedy: remedies.get('') ?? '' },
    ]);
  const problems = [...schemaProblems(file), ...ruleProblems(fieldOf(file, 'rules'))];
  if (problems.length > 0) throw new MappingError(inOrder(problems, file));
  return compileMapping(file, mappingDigest(file));
}

/** What the schema cannot say of the rules. */
function ruleProblems(value: Json | undefined): readonly MappingProblem[] {
  const rules = Array.isArray(value) ? (value as readonly Json[]) : NO_RULES;
  return [
    ...repeatedIds(rules),
    ...rules.flatMap((rule, at) => patternProblems(rule, `rules[${String(at)}]`)),
  ];
}

function repeatedIds(rules: readonly Json[]): readonly MappingProblem[] {
  const problems: MappingProblem[] = [];
  const seen = new Map<string, number>();
  for (const [at, rule] of rules.entries()) {
    const id = textField(rule, 'id');
    if (id === null) continue;
    const before = seen.get(id);
    if (before === undefined) seen.set(id, at);
    else
      problems.push({
        path: `rules[${String(at)}].id`,
        reason: `is "${id}", as is that of rules[${String(before)}]`,
        remedy: 'Give each rule its own id.',
      });
  }
  return problems;
}
