import { describe, expect, it } from 'vitest';
import type { Sound } from '$lib/session/listening';
import { hasSound, isRunning } from './sound-state';

const SOUNDS: readonly Sound[] = ['asleep', 'starting', 'playing', 'paused', 'unsupported'];

describe('the state of the sound', () => {
  it('runs without sound too', () => {
    expect(SOUNDS.filter(isRunning)).toEqual(['starting', 'playing', 'unsupported']);
  });

  it('has sound while paused too', () => {
    expect(SOUNDS.filter(hasSound)).toEqual(['starting', 'playing', 'paused']);
  });
});
