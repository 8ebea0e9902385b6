import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { FunctionContext } from '../context';
import { filterPolicy } from './filter-policy';
import { digestOf, isSecretOf, newListenerId, newShareId, newToken, shareIdOf } from './token';

const asked: number[] = [];
const context = {
  random: (count: number) => {
    asked.push(count);
    return randomBytes(count);
  },
} as unknown as FunctionContext;

describe('a token', () => {
  it('has 192 bits, and stands in an address as it is', () => {
    const token = newToken(context);
    expect(asked.at(-1)! * 8).toBe(192);
    expect(Buffer.from(token, 'base64url')).toHaveLength(24);
    expect(encodeURIComponent(token)).toBe(token);
    expect(newToken(context)).not.toBe(token);
  });

  it('is known by its digest', () => {
    const token = newToken(context);
    expect(isSecretOf(token, digestOf(token))).toBe(true);
    for (const wrong of ['', token.slice(1), `${token} `, digestOf(token)])
      expect(isSecretOf(wrong, digestOf(token))).toBe(false);
    expect(isSecretOf(token, '')).toBe(false);
  });
});

describe('a listener’s id', () => {
  it('tells its share, and begins with what is its own', () => {
    const share = newShareId(context);
    const listener = newListenerId(context, share);
    expect(listener).toMatch(/^[0-9a-f]{32}$/);
    expect(shareIdOf(listener)).toBe(share);
    expect(newListenerId(context, share).slice(0, 8)).not.toBe(listener.slice(0, 8));
  });
});

describe('a filter policy', () => {
  const page = { source: ['aws-musical-event'] };

  it('is none where everything is heard', () => {
    expect(filterPolicy({ sources: [], outcomes: [] })).toBeUndefined();
  });

  it.each([
    [{ sources: ['aws.s3'], outcomes: [] }, { source: ['aws.s3'] }],
    [{ sources: [], outcomes: ['error'] }, { outcome: ['error'] }],
    [
      { sources: ['a', 'b'], outcomes: ['error'] },
      { source: ['a', 'b'], outcome: ['error'] },
    ],
  ] as const)('of %j lets the page’s own words through too', (filter, wanted) => {
    expect(JSON.parse(filterPolicy(filter)!)).toEqual({ $or: [page, wanted] });
  });
});
