/** The rate in Hz of everything that is rendered and played, so that it sounds the same on every machine. */
export const SAMPLE_RATE = 48_000;
