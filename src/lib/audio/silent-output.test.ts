import { beforeEach, describe, expect, it } from 'vitest';
import { SilentOutput } from './silent-output';

let ms = 0;
let tick: (() => void) | null = null;
let output: SilentOutput;

beforeEach(() => {
  ms = 5000;
  tick = null;
  output = new SilentOutput({ now: () => ms }, (callback) => {
    tick = callback;
    return () => void (tick = null);
  });
});

describe('SilentOutput', () => {
  it('stands at 0 until it is started, then runs with the clock', async () => {
    ms += 1000;
    expect([output.running, output.now()]).toEqual([false, 0]);
    await output.start();
    ms += 1500;
    expect([output.running, output.now()]).toEqual([true, 1.5]);
  });

  it('keeps its time through a pause', async () => {
    await output.start();
    ms += 1000;
    await output.suspend();
    ms += 60_000;
    expect([output.running, output.now()]).toEqual([false, 1]);
    await output.start();
    ms += 500;
    expect(output.now()).toBe(1.5);
  });

  it('does not start over when started twice', async () => {
    await output.start();
    ms += 1000;
    await output.start();
    expect(output.now()).toBe(1);
  });

  it('ticks with the time while it runs, for as long as someone listens', async () => {
    const heard: number[] = [];
    const end = output.onTick((now) => heard.push(now));
    expect(tick).toBeNull();
    await output.start();
    ms += 25;
    tick!();
    ms += 25;
    tick!();
    end();
    tick!();
    expect(heard).toEqual([0.025, 0.05]);
  });

  it('leaves no ticker behind', async () => {
    await output.start();
    await output.close();
    expect(tick).toBeNull();
  });
});
