import { describe, expect, it } from 'vitest';
import { SleepTimer } from './sleep-timer.svelte';

const NOW = 1_700_000_000_000;
const MINUTE = 60_000;

function bed() {
  const log: string[] = [];
  const listening = {
    volume: 0.8,
    setVolume(volume: number) {
      listening.volume = volume;
    },
    async pause() {
      log.push(`paused at ${listening.volume.toFixed(2)}`);
    },
    async play() {
      log.push('plays');
    },
  };
  return { listening, log, timer: new SleepTimer(listening) };
}

describe('the sleep timer', () => {
  it('fades for half a minute, pauses, and leaves the volume as it was', async () => {
    const { listening, log, timer } = bed();
    timer.start(15, NOW);
    timer.tick(NOW + 14 * MINUTE);
    expect(timer.state).toBe('waiting');
    expect(listening.volume).toBe(0.8);
    timer.tick(NOW + 14.75 * MINUTE);
    expect(timer.state).toBe('fading');
    expect(listening.volume).toBeCloseTo(0.4);
    timer.tick(NOW + 15 * MINUTE - 3000);
    expect(listening.volume).toBeCloseTo(0.08);
    timer.tick(NOW + 15 * MINUTE);
    await Promise.resolve();
    await Promise.resolve();
    expect(timer.state).toBe('asleep');
    expect(log).toEqual(['paused at 0.08']);
    expect(listening.volume).toBe(0.8);
  });

  it('is taken back in the middle of the fade', () => {
    const { listening, log, timer } = bed();
    timer.start(15, NOW);
    timer.tick(NOW + 14.9 * MINUTE);
    expect(listening.volume).toBeLessThan(0.8);
    timer.cancel();
    expect(listening.volume).toBe(0.8);
    timer.tick(NOW + 16 * MINUTE);
    expect(timer.state).toBe('off');
    expect(log).toEqual([]);
  });

  it('is off when the listener moves the volume, and leaves it there', () => {
    const { listening, log, timer } = bed();
    timer.start(15, NOW);
    timer.tick(NOW + 14.9 * MINUTE);
    listening.setVolume(0.6);
    timer.tick(NOW + 14.95 * MINUTE);
    timer.tick(NOW + 16 * MINUTE);
    expect(timer.state).toBe('off');
    expect(listening.volume).toBe(0.6);
    expect(log).toEqual([]);
  });

  it('pauses at once when its time passed while nothing told it the time', async () => {
    const { listening, log, timer } = bed();
    timer.start(30, NOW);
    timer.tick(NOW + 90 * MINUTE);
    expect(log).toEqual(['paused at 0.80']);
    await timer.wake();
    expect(log).toEqual(['paused at 0.80', 'plays']);
    expect(timer.state).toBe('off');
    expect(listening.volume).toBe(0.8);
  });

  it('counts from the newest choice', () => {
    const { timer } = bed();
    timer.start(15, NOW);
    timer.tick(NOW + 14.9 * MINUTE);
    timer.start(60, NOW + 14.9 * MINUTE);
    timer.tick(NOW + 16 * MINUTE);
    expect(timer.state).toBe('waiting');
  });
});
