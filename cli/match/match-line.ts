import type { Json, JsonObject } from '../../src/lib/core/event/aws-event';
import { fieldOf, isObject } from '../../src/lib/core/event/json-field';
import { nestsWithin } from '../../src/lib/core/event/parse-json';
import { compilePattern, type PatternMatch } from '../../src/lib/core/mapping/pattern';
import { PatternError } from '../../src/lib/core/mapping/pattern-error';
import { parseExactly } from './exact-json';

/** What `npm run match` writes for one line. */
export interface MatchResult {
  /** The line's own; null where there was none to read. */
  readonly id: Json;
  /** `invalid-line`: the line is not a JSON object with a pattern and an event, so that nothing was asked. */
  readonly result: 'match' | 'no-match' | 'invalid-pattern' | 'invalid-line';
  /** Why, in words for a person. */
  readonly reason: string;
}

/** The levels that Jackson, the parser of aws/event-ruler, reads, and one for the line itself. */
const MAX_LEVELS = 1_001;

/** Answers one line `{ "id", "pattern", "event" }`. Total: never throws. */
export function matchLine(line: string): MatchResult {
  const read = parse(line);
  if (typeof read === 'string') return { id: null, result: 'invalid-line', reason: read };
  const id = fieldOf(read, 'id') ?? null;
  const pattern = fieldOf(read, 'pattern');
  const event = fieldOf(read, 'event');
  if (pattern === undefined || event === undefined)
    return {
      id,
      result: 'invalid-line',
      reason: `The line has no ${pattern === undefined ? 'pattern' : 'event'}.`,
    };
  return { id, ...answer(pattern, event) };
}

function answer(pattern: Json, event: Json): Omit<MatchResult, 'id'> {
  const compiled = compile(pattern);
  if (compiled instanceof PatternError)
    return { result: 'invalid-pattern', reason: `${compiled.message} ${compiled.resolution}` };
  if (!isObject(event)) return { result: 'no-match', reason: 'The event is not a JSON object.' };
  return compiled(event)
    ? { result: 'match', reason: 'The event has all that the pattern asks for.' }
    : { result: 'no-match', reason: 'The event lacks something that the pattern asks for.' };
}

function compile(pattern: Json): PatternMatch | PatternError {
  try {
    return compilePattern(pattern);
  } catch (error) {
    if (error instanceof PatternError) return error;
    throw error;
  }
}

/** The line's object, or why there is none. */
function parse(line: string): JsonObject | string {
  try {
    const value = parseExactly(line) as Json;
    if (!isObject(value)) return 'The line is not a JSON object.';
    return nestsWithin(value, MAX_LEVELS) ? value : 'The line is nested too deep.';
  } catch (error) {
    if (error instanceof RangeError) return 'The line is nested too deep.';
    return 'The line is not JSON.';
  }
}
