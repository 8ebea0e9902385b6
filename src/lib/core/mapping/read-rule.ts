import type { Json } from '../event/aws-event';
import { fieldOf, isObject } from '../event/json-field';
import { FieldCheck } from './field-check';
import type { MappingProblem } from './mapping-error';
import { PatternError } from './pattern-error';
import { parsePattern, type PatternTree } from './pattern-tree';
import { INTERRUPTS, RULE_NEWS, RULE_VOICES, type Rule } from './rule';

const FIELDS = ['id', 'title', 'pattern', 'news', 'interrupt', 'voice', 'key'];
const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const TITLE = /^(?=.*\S).{1,80}$/u;
const KEY = /^[^.\s]+(?:\.[^.\s]+)*$/;

/** One rule of a mapping's `rules`; null, and the problems noted, where something is wrong with it. */
export function readRule(value: Json, path: string, problems: MappingProblem[]): Rule | null {
  if (!isObject(value)) {
    problems.push({ path, reason: 'must be an object', remedy: `Give it ${FIELDS.join(', ')}.` });
    return null;
  }
  const check = new FieldCheck(value, path, problems);
  check.only(FIELDS);
  const id = check.text('id', ID, 'Write small letters, digits and hyphens: "alarm-goes-off".');
  const title = check.text('title', TITLE, 'Say in at most 80 characters what happens.');
  const trees = readPattern(fieldOf(value, 'pattern'), `${path}.pattern`, problems);
  const news = check.oneOf('news', RULE_NEWS);
  const interrupt = check.oneOf('interrupt', INTERRUPTS);
  const voice = check.oneOf('voice', RULE_VOICES);
  const key = Object.hasOwn(value, 'key')
    ? check.text('key', KEY, 'Write the path of a field: "detail.table".')
    : null;
  if (id === null || title === null || trees === null) return null;
  if (news === null || interrupt === null || voice === null) return null;
  return { id, title, trees, news, interrupt, voice, key: key?.split('.') ?? null };
}

function readPattern(
  pattern: Json | undefined,
  path: string,
  problems: MappingProblem[],
): readonly PatternTree[] | null {
  try {
    return parsePattern(pattern ?? null);
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    const inner = error.path === '' ? path : `${path}.${error.path}`;
    problems.push({ path: inner, reason: error.reason, remedy: error.resolution });
    return null;
  }
}
