import { describe, expect, it } from 'vitest';
import { Simulation } from './simulation';

const START_MS = Date.UTC(2026, 0, 1);

/** Emits its wall clock at 100 and 300 ms, and does something silent in between. */
function simulation() {
  const sim = new Simulation(1, START_MS);
  sim.after(100, () => sim.emit({ at: sim.wallMs }));
  sim.after(200, () => undefined);
  sim.after(300, () => sim.emit({ at: sim.wallMs }));
  return sim;
}

describe('a simulation', () => {
  it('runs to a time, and no further', () => {
    const sim = simulation();
    const bodies = [...sim.run(300)];
    expect(bodies).toEqual([{ atMs: 100, body: `{"at":${START_MS + 100}}` }]);
    expect(sim.nextMs).toBe(300);
  });

  it('goes step by step, and tells when the next is', () => {
    const sim = simulation();
    expect(sim.nextMs).toBe(100);
    expect(sim.step()).toHaveLength(1);
    expect(sim.step()).toEqual([]);
    expect(sim.step()).toHaveLength(1);
    expect(sim.nextMs).toBe(Infinity);
    expect(sim.step()).toEqual([]);
  });

  it('carries on at another time of the wall clock, in whole milliseconds', () => {
    const sim = simulation();
    sim.step();
    sim.shift(60_000.4);
    sim.step();
    expect(sim.step()).toEqual([`{"at":${START_MS + 60_300}}`]);
    expect(sim.nowMs).toBe(300);
  });
});
