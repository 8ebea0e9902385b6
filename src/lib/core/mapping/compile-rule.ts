import { parsePattern } from './pattern-alternatives';
import type { Rule } from './rule';

/** A rule as a mapping file writes it. */
export type RuleJson = Omit<Rule, 'alternatives' | 'key'> & { readonly key?: string };

/**
 * A rule, ready to be matched.
 * @throws PatternError where its pattern is not valid
 */
export function compileRule({ id, title, pattern, news, interrupt, voice, key }: RuleJson): Rule {
  const alternatives = parsePattern(pattern);
  return { id, title, pattern, alternatives, news, interrupt, voice, key: key?.split('.') ?? null };
}
