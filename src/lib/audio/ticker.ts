/** Calls back again and again until the function it returned is called. */
export type Ticker = (tick: () => void) => () => void;

const TICK_MS = 25;

/** Every 25 ms; a hidden tab slows it down to once a second. */
export const intervalTicker: Ticker = (tick) => {
  const timer = setInterval(tick, TICK_MS);
  return () => clearInterval(timer);
};
