/**
 * Whether two policies say the same. AWS gives policies back in its own hand: another order of keys, a list of one
 * for a single value, `{ "AWS": "*" }` for everyone, actions in capitals.
 */
export function isSamePolicy(one: unknown, other: unknown): boolean {
  return JSON.stringify(plain(one)) === JSON.stringify(plain(other));
}

function plain(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return plainList(value, key);
  if (typeof value === 'object' && value !== null) return plainObject(value, key);
  return key === 'Action' && typeof value === 'string' ? value.toLowerCase() : value;
}

function plainList(list: readonly unknown[], key: string): unknown {
  const items = list.map((item) => plain(item, key));
  return items.length === 1 ? items[0] : items;
}

function plainObject(object: object, key: string): unknown {
  const entries = Object.entries(object).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const [only] = entries;
  if (key === 'Principal' && entries.length === 1 && only?.[0] === 'AWS' && only[1] === '*')
    return '*';
  return entries.map(([name, value]) => [name, plain(value, name)]);
}
