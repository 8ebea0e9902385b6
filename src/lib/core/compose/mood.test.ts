import { describe, expect, it } from 'vitest';
import { hearNews, INITIAL_MOOD, type Mood, NO_NEWS, stepMood } from './mood';
import { SLOT_SECONDS } from './slot';

const BAR = 16;

function after(slots: number, mood: Mood, step: (mood: Mood, at: number) => Mood): Mood {
  let now = mood;
  for (let at = 0; at < slots; at += 1) now = step(now, at);
  return now;
}

/** A steady stream of which shares are errors and successes. */
function steady(perSecond: number, errors: number, successes: number, alarms = 0) {
  const perSlot = perSecond * SLOT_SECONDS;
  const news = { ...NO_NEWS, errors: errors * perSlot, successes: successes * perSlot };
  return (mood: Mood) => stepMood(mood, news, perSecond, alarms);
}

describe('the mood', () => {
  it('rests at 0.70 in a quiet account', () => {
    expect(after(2000, INITIAL_MOOD, steady(0, 0, 0)).value).toBeCloseTo(0.7, 3);
  });

  it('rises to 0.90 where much succeeds', () => {
    expect(after(6000, INITIAL_MOOD, steady(10, 0, 0.3)).value).toBeCloseTo(0.9, 2);
  });

  it('sinks by 0.13 within four bars of an error in a quiet account, and is back in its mode 46 bars after it', () => {
    const hurt = after(4 * BAR, INITIAL_MOOD, (mood, at) =>
      stepMood(mood, { ...NO_NEWS, errors: at === 0 ? 1 : 0 }, 0.02, 0),
    );
    expect(hurt.value).toBeCloseTo(0.57, 1);
    expect(after(42 * BAR, hurt, steady(0.02, 0, 0)).value).toBeGreaterThan(0.7 - 0.04);
  });

  it('takes the same errors harder where they are a greater share', () => {
    const at10 = after(6000, INITIAL_MOOD, steady(10, 0.05, 0.3)).value;
    const at200 = after(6000, INITIAL_MOOD, steady(200, 0.01, 0.3)).value;
    const flood = after(6000, INITIAL_MOOD, steady(200, 0.05, 0.3)).value;
    expect(at10).toBeCloseTo(0.16, 1);
    expect(at200).toBeCloseTo(0.42, 1);
    expect(flood).toBeCloseTo(0, 4);
  });

  it('stays at 0.42 or below while an alarm stands, and lower for more alarms', () => {
    const one = after(2000, INITIAL_MOOD, steady(10, 0, 0.3, 1)).value;
    const four = after(2000, INITIAL_MOOD, steady(0, 0, 0, 4)).value;
    expect(one).toBeLessThanOrEqual(0.421);
    expect(four).toBeCloseTo(0.7 - 0.28 - 0.12, 2);
  });

  it('never moves faster than its limits', () => {
    const falling = stepMood(INITIAL_MOOD, { ...NO_NEWS, errors: 1000 }, 0, 0);
    expect(INITIAL_MOOD.value - falling.value).toBeCloseTo(0.012, 6);
    const rising = stepMood({ value: 0, bad: 0, good: 0 }, NO_NEWS, 0, 0);
    expect(rising.value).toBeCloseTo(0.0025, 6);
  });

  it('takes news in without moving while no time passes', () => {
    const heard = hearNews(INITIAL_MOOD, { errors: 1, warnings: 2, successes: 5, deploys: 1 });
    expect(heard).toEqual({ value: 0.7, bad: 1.5, good: 4 });
  });
});
