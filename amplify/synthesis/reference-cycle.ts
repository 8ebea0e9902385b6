import type { Template, TemplateResource } from './template';

/** What a resource of a template waits for: references of every kind, and `DependsOn`. */
export function referencesOf(resource: TemplateResource, names: ReadonlySet<string>): Set<string> {
  const found = new Set([resource.DependsOn ?? []].flat());
  collect(resource.Properties, found);
  return new Set([...found].filter((name) => names.has(name)));
}

/**
 * The resources of a cycle in a template, in their order and the first one again at the end; null where there is
 * none. CloudFormation refuses a template with one, and the CDK looks for cycles between stacks only.
 */
export function referenceCycle({ Resources }: Pick<Template, 'Resources'>): string[] | null {
  const names = new Set(Object.keys(Resources));
  const done = new Set<string>();
  for (const name of names) {
    const cycle = cycleFrom(name, Resources, names, [], done);
    if (cycle !== null) return cycle;
  }
  return null;
}

function cycleFrom(
  name: string,
  resources: Template['Resources'],
  names: ReadonlySet<string>,
  path: readonly string[],
  done: Set<string>,
): string[] | null {
  const seen = path.indexOf(name);
  if (seen >= 0) return [...path.slice(seen), name];
  const resource = resources[name];
  if (done.has(name) || resource === undefined) return null;
  for (const next of referencesOf(resource, names)) {
    const cycle = cycleFrom(next, resources, names, [...path, name], done);
    if (cycle !== null) return cycle;
  }
  done.add(name);
  return null;
}

function collect(value: unknown, found: Set<string>): void {
  if (Array.isArray(value)) for (const one of value) collect(one, found);
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value as Record<string, unknown>)) {
    for (const name of namedBy(key, inner)) found.add(name);
    collect(inner, found);
  }
}

function namedBy(key: string, inner: unknown): readonly string[] {
  if (key === 'Ref' && typeof inner === 'string') return [inner];
  if (key === 'Fn::GetAtt') return [attributeOwner(inner)];
  if (key === 'Fn::Sub') return substituted(Array.isArray(inner) ? inner[0] : inner);
  return [];
}

function attributeOwner(value: unknown): string {
  if (Array.isArray(value)) return String(value[0]);
  return String(value).split('.')[0] ?? '';
}

function substituted(text: unknown): string[] {
  return [...String(text).matchAll(/\$\{([\w:]+)[^}]*\}/g)].map(([, name = '']) => name);
}
