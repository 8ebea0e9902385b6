import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020';
import standaloneCode from 'ajv/dist/standalone';

const ROOT = resolve(import.meta.dirname, '../..');
const SCHEMA = resolve(ROOT, 'mappings/schema.json');

/** The module that this script writes. It runs without ajv, and makes no code at run time. */
export const VALIDATOR = resolve(ROOT, 'src/lib/core/mapping/schema-validator.js');

interface Schema {
  readonly description?: string;
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

/**
 * The source of the validator of a mapping, and of what would be right at each place of one. Event patterns are any
 * object to it: what is wrong with one, the parser of patterns says, which knows more of them than a schema can.
 */
export function validatorSource(): string {
  const schema = JSON.parse(readFileSync(SCHEMA, 'utf8')) as Schema & object;
  const { title, rule } = schema.$defs ?? {};
  const shape = { ...schema, $defs: { title, rule, pattern: { type: 'object' } } };
  const ajv = new Ajv2020({ allErrors: true, messages: false, code: { source: true, esm: true } });
  const validate = ajv.compile(JSON.parse(JSON.stringify(shape, withoutDescriptions)) as object);
  const [, name = '', body = ''] =
    /^"use strict";export const validate = (\w+);export default \w+;(.*)$/s.exec(
      standaloneCode(ajv, validate),
    ) ?? [];
  return `/* eslint-disable */
// @ts-nocheck
/** Made of mappings/schema.json by cli/mappings/compile-schema.ts. */

// prettier-ignore
export const remedies = new Map(${JSON.stringify(remediesOf(schema, schema, ''))});

// prettier-ignore
export const validate = (() => {${body};return ${name}})();
`;
}

function withoutDescriptions(name: string, value: unknown): unknown {
  return name === 'description' && typeof value === 'string' ? undefined : value;
}

/** The descriptions of a schema by the paths that they are about: `rules[].news`. */
function remediesOf(schema: Schema, root: Schema, path: string): [string, string][] {
  const target = schema.$ref && root.$defs?.[schema.$ref.replace('#/$defs/', '')];
  const { properties = {}, items, description = '' } = { ...target, ...schema };
  const inner = Object.entries(properties).flatMap(([name, one]) =>
    path.endsWith('.pattern') ? [] : remediesOf(one, root, path === '' ? name : `${path}.${name}`),
  );
  return [[path, description], ...inner, ...(items ? remediesOf(items, root, `${path}[]`) : [])];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  writeFileSync(VALIDATOR, validatorSource());
