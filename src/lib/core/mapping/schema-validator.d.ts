import type { SchemaError } from './schema-problems';

/** What would be right at each place of a mapping: `rules[].news`. */
export declare const remedies: ReadonlyMap<string, string>;

/** Whether a value has the shape of a mapping; where it has not, `errors` tells why. */
export declare const validate: {
  (value: unknown): boolean;
  readonly errors?: readonly SchemaError[] | null;
};
