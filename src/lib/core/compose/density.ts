/** 0: one note an event; 1: one note a source and slot; 2: sources collect events and play a pattern. */
export type Regime = 0 | 1 | 2;

/** How dense the music is, and since which slot. */
export interface Density {
  readonly regime: Regime;
  readonly since: number;
}

export const INITIAL_DENSITY: Density = { regime: 0, since: 0 };

const DWELL_SLOTS = 8;
const ENTER_QUANTISED = 4.5;
const LEAVE_QUANTISED = 3.2;
const ENTER_GROOVE = 11;
const LEAVE_GROOVE = 8;

/** The regime for a smoothed rate of events; it is kept for eight slots, and left later than it is entered. */
export function stepDensity(density: Density, eventsPerSecond: number, index: number): Density {
  if (index - density.since < DWELL_SLOTS) return density;
  const regime = wanted(density.regime, eventsPerSecond);
  return regime === density.regime ? density : { regime, since: index };
}

function wanted(regime: Regime, eventsPerSecond: number): Regime {
  if (eventsPerSecond > ENTER_GROOVE) return 2;
  if (regime === 2) return eventsPerSecond < LEAVE_GROOVE ? 1 : 2;
  if (eventsPerSecond > ENTER_QUANTISED) return 1;
  return regime === 1 && eventsPerSecond < LEAVE_QUANTISED ? 0 : regime;
}
