import type { Json } from '../event/aws-event';
import { valueAt } from '../event/json-field';
import type { MappingProblem } from './mapping-error';
import { remedies, validate } from './schema-validator';

/** What the validator says of one mistake. */
export interface SchemaError {
  /** A JSON pointer to the value at fault: `/rules/0/news`. */
  readonly instancePath: string;
  /** The keyword of the schema that it fails. */
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

type Step = string | number;

/** Everything in which a value differs from mappings/schema.json, event patterns aside. */
export function schemaProblems(file: Json): MappingProblem[] {
  if (validate(file)) return [];
  return (validate.errors ?? []).map((error) => problemOf(error, file));
}

function problemOf({ instancePath, keyword, params }: SchemaError, file: Json): MappingProblem {
  const steps = stepsOf(instancePath);
  switch (keyword) {
    case 'required':
      return problem([...steps, String(params['missingProperty'])], 'is missing');
    case 'additionalProperties':
      return {
        path: pathOf([...steps, String(params['additionalProperty'])]),
        reason: 'is not known here',
        remedy: `Use ${namesAt(steps).join(', ')}.`,
      };
    case 'enum': {
      const words = (params['allowedValues'] as readonly string[]).join(', ');
      return { ...problem(steps, shownAt(file, steps)), remedy: `Write one of ${words}.` };
    }
    case 'type':
      return problem(steps, `must be ${TYPES.get(params['type']) ?? 'of another type'}`);
    case 'minItems':
    case 'maxItems':
      return problem(steps, 'must be a list of 1 to 1,000 rules');
    default:
      return problem(steps, shownAt(file, steps));
  }
}

const TYPES = new Map<unknown, string>([
  ['string', 'text'],
  ['array', 'a list'],
  ['object', 'an object'],
]);

function problem(steps: readonly Step[], reason: string): MappingProblem {
  return { path: pathOf(steps), reason, remedy: remedies.get(placeOf(steps)) ?? '' };
}

function shownAt(file: Json, steps: readonly Step[]): string {
  return `cannot be ${JSON.stringify(valueAt(file, steps)).slice(0, 40)}`;
}

/** The names of the fields that may stand at a place. */
function namesAt(steps: readonly Step[]): readonly string[] {
  const place = placeOf(steps);
  const start = place === '' ? '' : `${place}.`;
  return [...remedies.keys()]
    .filter((path) => path.startsWith(start) && path !== '')
    .map((path) => path.slice(start.length))
    .filter((name) => !/[.[]/.test(name));
}

function stepsOf(pointer: string): readonly Step[] {
  const names = pointer.split('/').slice(1);
  return names.map((name) => {
    const plain = name.replaceAll('~1', '/').replaceAll('~0', '~');
    return /^\d+$/.test(plain) ? Number(plain) : plain;
  });
}

/** `rules[0].news` */
function pathOf(steps: readonly Step[]): string {
  return joined(steps, (index) => `[${String(index)}]`);
}

/** `rules[].news` */
function placeOf(steps: readonly Step[]): string {
  return joined(steps, () => '[]');
}

function joined(steps: readonly Step[], indexed: (index: number) => string): string {
  return steps
    .map((step) => (typeof step === 'number' ? indexed(step) : `.${step}`))
    .join('')
    .replace(/^\./, '');
}
