import { describe, expect, it } from 'vitest';
import { Latest } from './latest.svelte';

/** Acts that end one by one, when they are told to. */
function held() {
  const begun: number[] = [];
  const ends: (() => void)[] = [];
  const act = (wanted: number) => {
    begun.push(wanted);
    return new Promise<void>((resolve) => ends.push(resolve));
  };
  const endNext = async () => {
    ends.shift()?.();
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { begun, act, endNext };
}

describe('Latest', () => {
  it('does the last that was asked for, and leaves out what came between', async () => {
    const { begun, act, endNext } = held();
    const seek = new Latest(act);
    const first = seek.ask(10);
    void seek.ask(20);
    void seek.ask(30);
    expect([begun, seek.wanted]).toEqual([[10], 30]);
    await endNext();
    expect([begun, seek.wanted]).toEqual([[10, 30], 30]);
    await endNext();
    await first;
    expect(seek.wanted).toBeNull();
  });

  it('tells what went wrong, and can be asked again', async () => {
    let isBroken = true;
    const seek = new Latest(() =>
      isBroken ? Promise.reject(new Error('no such place')) : Promise.resolve(),
    );
    await seek.ask(1);
    expect([seek.wanted, seek.trouble?.code]).toEqual([null, 'no such place']);
    isBroken = false;
    await seek.ask(2);
    expect(seek.trouble).toBeNull();
  });
});
