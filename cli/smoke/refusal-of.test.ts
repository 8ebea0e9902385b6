import { describe, expect, it } from 'vitest';
import { NotRefused, refusalOf } from './refusal-of';

function failing(name: string): Promise<never> {
  return Promise.reject(Object.assign(new Error('no'), { name }));
}

describe('a refusal', () => {
  it.each(['AccessDenied', 'AccessDeniedException', 'AuthorizationError'])(
    'by a policy is called %s',
    async (name) => {
      expect(await refusalOf(failing(name))).toBe(name);
    },
  );

  it('is missed where the request succeeds', async () => {
    await expect(refusalOf(Promise.resolve())).rejects.toThrow(NotRefused);
  });

  it.each(['QueueDoesNotExist', 'ThrottlingException', 'TypeError', 'ExpiredToken'])(
    'is not what %s says',
    async (name) => {
      await expect(refusalOf(failing(name))).rejects.toThrow(`It failed otherwise, with ${name}`);
    },
  );
});
