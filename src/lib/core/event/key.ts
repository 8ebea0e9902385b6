import type { Json, JsonObject } from './aws-event';
import { asText, fieldOf, isObject, textField, valueAt } from './json-field';
import { IDENTIFIERS, PARAMETERS, PRINCIPAL, type Path } from './key-paths';
import { resourceName } from './resource-name';

/** Longer than any name in AWS; a state may keep many keys. */
const MAX_KEY_CHARS = 512;

/** One place to look for a name, found by the first step of its path; a lower rank is asked earlier. */
interface Place {
  readonly rank: number;
  readonly rest: Path;
}
type Places = ReadonlyMap<string, readonly Place[]>;

const IN_DETAIL = placesOf(IDENTIFIERS);
const IN_PARAMETERS = placesOf(PARAMETERS);
const IN_IDENTITY = placesOf(PRINCIPAL);

const IDENTIFIER_ENDING = /(?:name|id|arn|identifier)$/i;
/** How ECS writes what a task belongs to. */
const TASK_GROUP = /^(?:service|family):/;

/**
 * The short name of the resource, else of the principal, that an event is about. One resource gives one key by
 * whatever route its events come; an event that names neither gives its detail-type.
 */
export function keyOf(envelope: JsonObject): string {
  const detail = fieldOf(envelope, 'detail');
  const named =
    firstName(detail, IN_DETAIL) ??
    nameFrom(valueAt(envelope, ['resources', 0])) ??
    parameterName(fieldOf(detail, 'requestParameters')) ??
    nameFrom(valueAt(detail, ['resources', 0, 'ARN'])) ??
    firstName(fieldOf(detail, 'userIdentity'), IN_IDENTITY);
  return (named ?? textField(envelope, 'detail-type') ?? '').slice(0, MAX_KEY_CHARS);
}

function placesOf(paths: readonly Path[]): Places {
  const places = new Map<string, Place[]>();
  for (const [rank, [name, ...rest]] of paths.entries())
    if (typeof name === 'string') places.set(name, [...(places.get(name) ?? []), { rank, rest }]);
  return places;
}

function parameterName(parameters: Json | undefined): string | null {
  return firstName(parameters, IN_PARAMETERS) ?? firstIdentifier(parameters);
}

/** The name at the place of the lowest rank. Objects have fewer fields than there are places, so the fields lead. */
function firstName(value: Json | undefined, places: Places): string | null {
  if (!isObject(value)) return null;
  let found: string | null = null;
  let lowest = Infinity;
  for (const field in value)
    for (const { rank, rest } of places.get(field) ?? []) {
      const name = rank < lowest ? nameFrom(valueAt(value[field], rest)) : null;
      if (name !== null) [found, lowest] = [name, rank];
    }
  return found;
}

/** The first parameter whose own name says that it identifies something. */
function firstIdentifier(parameters: Json | undefined): string | null {
  if (!isObject(parameters)) return null;
  for (const [name, value] of Object.entries(parameters))
    if (IDENTIFIER_ENDING.test(name) && asText(value) !== null) return nameFrom(value);
  return null;
}

function nameFrom(value: Json | undefined): string | null {
  const text = asText(value);
  if (text === null) return null;
  if (text.startsWith('https://')) return text.split('/').at(-1) ?? null;
  return resourceName(text.replace(TASK_GROUP, ''));
}
