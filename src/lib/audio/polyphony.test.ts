import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeRoom, PROTECTED, type Sounding } from './polyphony';

const HELD = Infinity;

function note(startsAt: number, endsAt: number, velocity: number): Sounding {
  return { startsAt, endsAt, velocity };
}

describe('makeRoom', () => {
  it('takes a free unit, also where notes have just ended', () => {
    expect(makeRoom([note(0, 1, 1), note(0, 2, 1)], 2, 1, HELD)).toEqual({ kind: 'free' });
  });

  it('steals the quietest', () => {
    const quiet = note(0, 9, 0.2);
    const room = makeRoom([note(0, 2, 0.9), quiet, note(0, 2, 0.5)], 3, 1, HELD);
    expect(room).toEqual({ kind: 'steal', victim: quiet });
  });

  it('counts what has died away as quiet', () => {
    const old = note(0, 9, 1);
    const fresh = note(0.9, 9, 0.3);
    expect(makeRoom([old, fresh], 2, 1, 0.3)).toEqual({ kind: 'steal', victim: old });
  });

  it('steals the one ending first among equals', () => {
    const first = note(0, 2, 0.5);
    const room = makeRoom([note(0, 3, 0.5), first], 2, 1, HELD);
    expect(room).toEqual({ kind: 'steal', victim: first });
  });

  it('spares what began within 30 ms and refuses when nothing is left', () => {
    const old = note(0, 2, 1);
    const young = note(1, 2, 0.1);
    expect(makeRoom([old, young], 2, 1.02, HELD)).toEqual({ kind: 'steal', victim: old });
    expect(makeRoom([young], 1, 1.02, HELD)).toEqual({ kind: 'refused' });
    expect(makeRoom([young], 1, 1 + PROTECTED, HELD)).toEqual({ kind: 'steal', victim: young });
  });

  it('never lets more than the cap sound, whatever comes', () => {
    const notes = fc.array(
      fc.record({
        gap: fc.double({ min: 0, max: 0.2, noNaN: true }),
        length: fc.double({ min: 0.01, max: 3, noNaN: true }),
        velocity: fc.double({ min: 0, max: 1, noNaN: true }),
      }),
      { maxLength: 60 },
    );
    fc.assert(fc.property(notes, fc.integer({ min: 1, max: 6 }), neverAbove));
  });
});

function neverAbove(
  stream: readonly { gap: number; length: number; velocity: number }[],
  cap: number,
): void {
  let sounding: Sounding[] = [];
  let at = 0;
  for (const { gap, length, velocity } of stream) {
    at += gap;
    const room = makeRoom(sounding, cap, at, 0.3);
    if (room.kind === 'refused') continue;
    if (room.kind === 'steal') sounding = sounding.filter((other) => other !== room.victim);
    sounding.push(note(at, at + length, velocity));
    expect(sounding.filter((other) => other.endsAt > at).length).toBeLessThanOrEqual(cap);
  }
}
