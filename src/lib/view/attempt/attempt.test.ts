import { describe, expect, it } from 'vitest';
import { Attempt } from './attempt.svelte';

describe('Attempt', () => {
  it('is under way at most once', async () => {
    const attempt = new Attempt();
    let begun = 0;
    let finish = () => {};
    const action = () => {
      begun++;
      return new Promise<void>((resolve) => (finish = resolve));
    };
    const first = attempt.run(action);
    await attempt.run(action);
    expect([begun, attempt.isUnderWay]).toEqual([1, true]);
    finish();
    await first;
    expect(attempt.isUnderWay).toBe(false);
  });

  it('tells what went wrong until it is tried again', async () => {
    const attempt = new Attempt();
    await attempt.run(() => Promise.reject(new Error('no')));
    expect(attempt.trouble?.code).toBe('no');
    expect(attempt.isUnderWay).toBe(false);
    await attempt.run(() => Promise.resolve());
    expect(attempt.trouble).toBeNull();
  });
});
