/** The names under which the worklet's processors are registered. */
export const LIMITER = 'look-ahead-limiter';
export const CLOCK = 'clock';
