import type { Json, JsonObject } from '../event/aws-event';
import { fieldOf } from '../event/json-field';
import type { MappingProblem } from './mapping-error';

/** Checks the fields of one object of a mapping, and notes what is wrong with each. */
export class FieldCheck {
  readonly #object: JsonObject;
  readonly #path: string;
  readonly #problems: MappingProblem[];

  /** `path` is where the object stands in the file; what is wrong is added to `problems`. */
  constructor(object: JsonObject, path: string, problems: MappingProblem[]) {
    this.#object = object;
    this.#path = path;
    this.#problems = problems;
  }

  /** A field's text; null, and a problem, where it is absent or does not have the form. */
  text(name: string, form: RegExp, remedy: string): string | null {
    const value = fieldOf(this.#object, name);
    if (typeof value === 'string' && form.test(value)) return value;
    this.#note(name, value === undefined ? 'is missing' : 'is not right', remedy);
    return null;
  }

  /** A field that must be one of several words. */
  oneOf<Word extends string>(name: string, words: readonly Word[]): Word | null {
    const value = fieldOf(this.#object, name);
    const word = words.find((one) => one === value);
    if (word !== undefined) return word;
    const reason = value === undefined ? 'is missing' : `cannot be ${shown(value)}`;
    this.#note(name, reason, `Write one of ${words.join(', ')}.`);
    return null;
  }

  /** Notes every field that is not among the known ones. */
  only(known: readonly string[]): void {
    for (const name of Object.keys(this.#object))
      if (!known.includes(name)) this.#note(name, 'is not known here', `Use ${known.join(', ')}.`);
  }

  #note(name: string, reason: string, remedy: string): void {
    this.#problems.push({
      path: this.#path === '' ? name : `${this.#path}.${name}`,
      reason,
      remedy,
    });
  }
}

function shown(value: Json): string {
  return JSON.stringify(value).slice(0, 40);
}
