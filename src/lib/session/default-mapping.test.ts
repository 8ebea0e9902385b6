import mappingJson from '$mappings/default.json';
import { afterEach, expect, it, vi } from 'vitest';
import { loadMapping } from '$lib/core/mapping/load-mapping';
import type { Mapping } from '$lib/core/mapping/mapping';
import { defaultMapping } from './default-mapping';

afterEach(() => vi.unstubAllGlobals());

const facts = ({ name, sha256, idle, others, rules }: Mapping) => ({
  ...{ name, sha256, idle, others },
  rules: rules.map(({ id, key, pattern }) => ({ id, key, pattern })),
});

it.each([true, false])('is what a checked load gives (secure: %s)', async (isSecureContext) => {
  vi.stubGlobal('isSecureContext', isSecureContext);
  expect(facts(await defaultMapping())).toEqual(facts(loadMapping(mappingJson)));
});
