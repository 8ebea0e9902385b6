import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../event/aws-event';
import { compilePattern } from './pattern';

/** How often a match looks into the objects and lists of an event. */
function looks(pattern: Json, event: JsonObject): number {
  let count = 0;
  const seen = new Map<object, object>();
  const watch = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    const watched = seen.get(value) ?? new Proxy(value, handler);
    seen.set(value, watched);
    return watched;
  };
  const handler: ProxyHandler<object> = {
    get: (target, name) => {
      count++;
      return watch(Reflect.get(target, name));
    },
    getOwnPropertyDescriptor: (target, name) => {
      count++;
      return Reflect.getOwnPropertyDescriptor(target, name);
    },
  };
  compilePattern(pattern)(watch(event) as JsonObject);
  return count;
}

const list = (length: number, of: (at: number) => Json) =>
  Array.from({ length }, (_, at) => of(at));

const cases: [string, Json, (size: number) => JsonObject][] = [
  ['one array', { a: { x: [1], y: [2] } }, (size) => ({ a: list(size, (y) => ({ x: 1, y: -y })) })],
  [
    'arrays side by side, the last of which never matches',
    { a: { x: [1] }, b: { x: [1] }, c: { x: [2] } },
    (size) => ({
      a: list(size, () => ({ x: 1 })),
      b: list(size, () => ({ x: 1 })),
      c: list(size, () => ({ x: 1 })),
    }),
  ],
  [
    'arrays inside arrays',
    { a: { b: { x: [1], y: [2] }, z: [3] } },
    (size) => ({ a: list(size, () => ({ z: 3, b: list(4, () => ({ x: 1, y: 1 })) })) }),
  ],
  [
    'fields that may be absent',
    { a: { x: [{ exists: false }, 1], y: [{ exists: false }, 2], z: [3] } },
    (size) => ({ a: list(size, () => ({ x: 1, y: 2, z: 1 })) }),
  ],
  ['single values', { a: [{ wildcard: '*a*b' }] }, (size) => ({ a: list(size, () => 'a') })],
];

describe('the effort of a match', () => {
  it.each(cases)('grows no faster than the event: %s', (_name, pattern, event) => {
    const [small, large] = [looks(pattern, event(200)), looks(pattern, event(2_000))];
    expect(small).toBeGreaterThan(200);
    expect(large).toBeLessThanOrEqual(10 * small);
  });

  it('stays small where many fields may be absent', () => {
    const names = Array.from({ length: 60 }, (_, at) => `f${String(at)}`);
    const pattern = Object.fromEntries(names.map((name) => [name, [{ exists: false }, 1]]));
    const event = Object.fromEntries(names.map((name) => [name, 1]));
    expect(compilePattern(pattern)(event)).toBe(true);
    expect(compilePattern(pattern)({})).toBe(true);
    expect(compilePattern(pattern)({ ...event, f59: 2 })).toBe(false);
  });
});
