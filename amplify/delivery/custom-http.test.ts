import { describe, expect, it } from 'vitest';
import config from '../../svelte.config.js';
import { projectYaml } from './fixtures/project-file';

interface CustomHttp {
  readonly customHeaders: readonly {
    readonly pattern: string;
    readonly headers: readonly { readonly key: string; readonly value: string }[];
  }[];
}

const { customHeaders } = projectYaml<CustomHttp>('customHttp.yml');
const everywhere = customHeaders.find(({ pattern }) => pattern === '**/*')?.headers ?? [];
const header = (name: string) => everywhere.find(({ key }) => key === name)?.value ?? '';

/** A policy's directives and their sources, without the quotes that the file needs. */
function directives(policy: string): ReadonlyMap<string, readonly string[]> {
  return new Map(
    policy.split(';').map((part) => {
      const [name = '', ...sources] = part.trim().split(/\s+/);
      return [name, sources.map((source) => source.replaceAll("'", ''))];
    }),
  );
}

const sent = directives(header('Content-Security-Policy'));
const inPage = Object.entries(config.kit?.csp?.directives ?? {}) as [string, string[]][];

/** What only an answer's header may say. */
const HEADER_ONLY = ['form-action', 'frame-ancestors'];

function covers(allowed: readonly string[], source: string): boolean {
  if (allowed.includes(source)) return true;
  const { protocol, hostname } = URL.canParse(source) ? new URL(source) : new URL('data:');
  return allowed.some(
    (pattern) =>
      pattern.startsWith('https://*.') &&
      protocol === 'https:' &&
      hostname.endsWith(pattern.slice('https://*'.length)),
  );
}

describe('the policy in the headers', () => {
  it('has the directives of the pages, and those that only a header may have', () => {
    const names = [...new Set([...inPage.map(([name]) => name), 'connect-src', ...HEADER_ONLY])];
    expect([...sent.keys()].toSorted()).toEqual(names.toSorted());
  });

  it('forbids nothing that the pages allow themselves', () => {
    for (const [name, sources] of inPage)
      for (const source of sources)
        expect(covers(sent.get(name) ?? [], source), `${name} ${source}`).toBe(true);
  });

  it('lets the pages reach the services of any Region, and nothing but AWS', () => {
    const services = ['cognito-idp', 'cognito-identity', 'sqs', 'sns', 'lambda'];
    const allowed = sent.get('connect-src') ?? [];
    for (const service of services)
      expect(covers(allowed, `https://${service}.eu-west-1.amazonaws.com`)).toBe(true);
    for (const other of [
      'https://example.com',
      'https://amazonaws.com.example.com',
      'http://sqs.eu-west-1.amazonaws.com',
    ])
      expect(covers(allowed, other)).toBe(false);
  });

  it('allows inline scripts only because each page names the digests of its own', () => {
    expect(config.kit?.csp?.mode).toBe('hash');
    expect(inPage.find(([name]) => name === 'script-src')?.[1]).toEqual(['self']);
    expect(sent.get('script-src')).toEqual(['self', 'unsafe-inline']);
  });
});

describe('the other headers', () => {
  it.each([
    ['Strict-Transport-Security', /max-age=63072000/],
    ['X-Content-Type-Options', /^nosniff$/],
    ['X-Frame-Options', /^DENY$/],
    ['Referrer-Policy', /^no-referrer$/],
    ['Cross-Origin-Opener-Policy', /^same-origin$/],
    ['Permissions-Policy', /microphone=\(\)/],
  ])('%s is sent everywhere', (name, value) => {
    expect(header(name)).toMatch(value);
  });

  it('say each thing once', () => {
    const keys = customHeaders.flatMap(({ headers }) => headers.map(({ key }) => key));
    expect(new Set(keys).size).toBe(keys.length);
  });
});
