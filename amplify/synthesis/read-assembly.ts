import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Template, Templates } from './template';

const ROOT = '.template.json';
const NESTED = '.nested.template.json';
/** The hash that the CDK puts behind the name of a nested stack. */
const HASH = /[0-9A-F]{8}$/;

/** The templates in a folder that the CDK wrote. */
export async function readAssembly(folder: string): Promise<Templates> {
  const names = await readdir(folder);
  const root = names.find((name) => name.endsWith(ROOT) && !name.endsWith(NESTED));
  if (root === undefined) throw new Error(`${folder} holds no template`);
  const stack = root.slice(0, -ROOT.length);
  const nested = names.filter((name) => name.endsWith(NESTED));
  const read = await Promise.all(
    nested.map(async (name) => [nestedName(name, stack), await template(folder, name)] as const),
  );
  return Object.fromEntries([['root', await template(folder, root)], ...read]);
}

function nestedName(file: string, stack: string): string {
  const own = stack.replaceAll('-', '');
  return file.slice(own.length, -NESTED.length).replace(HASH, '');
}

async function template(folder: string, name: string): Promise<Template> {
  return JSON.parse(await readFile(join(folder, name), 'utf8')) as Template;
}
