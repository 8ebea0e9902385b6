import { FAMILIES, type Family } from '$lib/core/event/family';
import type { Voice } from '$lib/core/score/note';
import type { LaneState } from './listening';

const WINDOW_SECONDS = 60;

/** What a listener calls a voice. */
const SPOKEN: Partial<Record<Voice, string>> = { minor: 'minor chord', major: 'major chord' };

/** What one lane heard in each of the last 60 seconds. */
class LaneMeter {
  muted = false;
  soloed = false;
  level = 0;
  #counts = new Uint32Array(WINDOW_SECONDS);
  #second = 0;
  #voices = new Map<Voice, number>();

  hear(second: number, events: number): void {
    this.#advance(second);
    const place = second % WINDOW_SECONDS;
    this.#counts[place] = (this.#counts[place] ?? 0) + events;
  }

  strike(second: number, voice: Voice, velocity: number): void {
    this.#voices.set(voice, second);
    this.level = Math.max(this.level, velocity);
  }

  perMinute(second: number): number {
    this.#advance(second);
    return this.#counts.reduce((sum, count) => sum + count, 0);
  }

  voices(second: number): string {
    const heard = [...this.#voices].filter(([, last]) => second - last < WINDOW_SECONDS);
    return heard.map(([voice]) => SPOKEN[voice] ?? voice).join(' and ');
  }

  /** Forgets what was heard. */
  restart(second: number): void {
    this.#counts.fill(0);
    this.#second = second;
    this.#voices.clear();
  }

  #advance(second: number): void {
    const steps = Math.min(WINDOW_SECONDS, second - this.#second);
    for (let i = 1; i <= steps; i++) this.#counts[(second - steps + i) % WINDOW_SECONDS] = 0;
    this.#second = Math.max(this.#second, second);
  }
}

/** The eight lanes: which of them sound, what they heard in the last minute, how loud they are now. */
export class LaneBoard {
  #meters = new Map<Family, LaneMeter>(FAMILIES.map((family) => [family, new LaneMeter()]));

  setMuted(lane: Family, muted: boolean): void {
    this.#meter(lane).muted = muted;
  }

  setSoloed(lane: Family, soloed: boolean): void {
    this.#meter(lane).soloed = soloed;
  }

  /** A soloed lane silences all that are not; without a solo, mute decides. */
  sounds(lane: Family): boolean {
    const meter = this.#meter(lane);
    return this.#anySolo ? meter.soloed : !meter.muted;
  }

  /** Counts events of a lane. `second` is whole score time. */
  hear(lane: Family, second: number, events = 1): void {
    this.#meter(lane).hear(second, events);
  }

  /** A note sounded in a lane. */
  strike(lane: Family, second: number, voice: Voice, velocity: number): void {
    this.#meter(lane).strike(second, voice, velocity);
  }

  /** Begins anew at a second; what is muted and soloed stays so. */
  restart(second: number): void {
    for (const meter of this.#meters.values()) meter.restart(second);
  }

  /** The lanes as the page shows them; the levels begin anew. */
  states(second: number): LaneState[] {
    return FAMILIES.map((family) => {
      const meter = this.#meter(family);
      const { muted, soloed, level } = meter;
      meter.level = 0;
      return {
        family,
        muted,
        soloed,
        level,
        perMinute: meter.perMinute(second),
        voices: meter.voices(second),
      };
    });
  }

  /** Asked for every note, so it makes no array. */
  get #anySolo(): boolean {
    for (const meter of this.#meters.values()) if (meter.soloed) return true;
    return false;
  }

  #meter(lane: Family): LaneMeter {
    const meter = this.#meters.get(lane);
    if (!meter) throw new RangeError(`no lane named ${lane}`);
    return meter;
  }
}
