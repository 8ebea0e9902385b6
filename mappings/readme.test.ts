import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { problemReport } from '../cli/mappings/mapping-report';
import { loadMapping } from '../src/lib/core/mapping/load-mapping';
import { MappingError } from '../src/lib/core/mapping/mapping-error';
import standard from './default.json';

const README = readFileSync(resolve(import.meta.dirname, 'README.md'), 'utf8');

/** The code block that follows a mark in the text. */
function blockAfter(mark: string): string {
  const [, block = ''] = README.slice(README.indexOf(mark)).split(/^```\w*\n/m);
  return block
    .replace(/\n```[^]*$/, '')
    .replace(/```$/, '')
    .trimEnd();
}

it('shows ten mistakes, and the very messages that they give', () => {
  let error: unknown;
  try {
    loadMapping(JSON.parse(blockAfter('<!-- ten mistakes -->')));
  } catch (refusal) {
    error = refusal;
  }
  const problems = error instanceof MappingError ? error.problems : [];
  expect(problems).toHaveLength(10);
  expect(new Set(problems.map(({ reason }) => reason)).size).toBe(10);
  const shown = `${blockAfter('<!-- their messages -->')}\n`;
  expect(shown).toBe(problemReport('shop.json', problems));
});

it('shows a rule that is one', () => {
  const rule = JSON.parse(blockAfter('## A rule')) as object;
  expect(() => loadMapping({ ...standard, rules: [rule] })).not.toThrow();
});

it('names only rules that there are', () => {
  const table = README.slice(README.indexOf('| what happens'), README.indexOf('An event that no'));
  const ids = [...table.matchAll(/`([a-z][a-z0-9-]+)`/g)].map(([, id]) => id);
  const known = new Set(['idle', ...standard.rules.map(({ id }) => id)]);
  expect(ids.filter((id) => id && !known.has(id))).toEqual([]);
  expect(ids.length).toBeGreaterThan(30);
});
