import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newCaller, openStage, type Stage } from '../fixtures/stage';
import { underLease } from './lease';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

/** Work that goes on until it is let go. */
function heldWork() {
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  let begun: () => void = () => undefined;
  const hasBegun = new Promise<void>((resolve) => (begun = resolve));
  const work = () => {
    begun();
    return held;
  };
  return { work, hasBegun, letGo };
}

describe('a lease', () => {
  it('is held by one at a time, and given on', async () => {
    const { sub } = newCaller();
    const log: string[] = [];
    const work = async (name: string) => {
      log.push(`${name} in`);
      await new Promise((resolve) => setTimeout(resolve, 20));
      log.push(`${name} out`);
    };
    const names = ['a', 'b', 'c'];
    await Promise.all(names.map((name) => underLease(stage.context(), sub, () => work(name))));
    const pairs = [0, 2, 4].map((at) => log.slice(at, at + 2).map((line) => line.slice(0, 1)));
    expect(pairs.every(([first, second]) => first === second)).toBe(true);
    expect(log).toHaveLength(6);
  });

  it('is given back when the work fails, and gives its value when it does not', async () => {
    const { sub } = newCaller();
    const failing = underLease(stage.context(), sub, () => Promise.reject(new Error('no')));
    await expect(failing).rejects.toThrow('no');
    expect(await underLease(stage.context(), sub, async () => 7)).toBe(7);
  });

  it('is one person’s', async () => {
    const { work, hasBegun, letGo } = heldWork();
    const held = underLease(stage.context(), newCaller().sub, work);
    await hasBegun;
    expect(await underLease(stage.context(), newCaller().sub, async () => 'free')).toBe('free');
    letGo();
    await held;
  });

  it('ends by itself when its holder died, and is not taken from the next by the dead', async () => {
    const { sub } = newCaller();
    const [dead, next] = [heldWork(), heldWork()];
    const first = underLease(stage.context(), sub, dead.work);
    await dead.hasBegun;
    stage.nowMs += 30_001;
    const second = underLease(stage.context(), sub, next.work);
    await next.hasBegun;
    dead.letGo();
    await first;
    let third = false;
    const waiting = underLease(stage.context(), sub, async () => (third = true));
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(third).toBe(false);
    next.letGo();
    await second;
    expect(await waiting).toBe(true);
  });
});
