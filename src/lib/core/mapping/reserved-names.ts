/**
 * Names that are no fields inside a branch of `$or`: the operators and comparisons of event patterns, and those kept
 * for later (aws/event-ruler, Constants).
 */
const RESERVED: ReadonlySet<string> = new Set([
  'exactly',
  'equals-ignore-case',
  'prefix',
  'suffix',
  'anything-but',
  'exists',
  'wildcard',
  'numeric',
  'cidr',
  '=',
  '<',
  '<=',
  '>',
  '>=',
  'regex',
  'not-wildcard',
  'not-equals-ignore-case',
  'date-after',
  'date-on-or-after',
  'date-before',
  'date-on-or-before',
  'in-date-range',
  'ip-address-in-range',
  'ip-address-not-in-range',
]);

/** Whether a name cannot be a field inside `$or`. */
export function isReserved(name: string): boolean {
  return RESERVED.has(name);
}
