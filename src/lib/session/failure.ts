import type { Listening } from './listening';

const RELOAD = 'Press play to try again; if it stays, reload the page.';

/** What a person is told when a session could not go on. An error of ours brings its own resolution. */
export function failureOf(error: unknown): NonNullable<Listening['failure']> {
  if (!(error instanceof Error)) return { message: String(error), resolution: RELOAD };
  const own = 'resolution' in error && typeof error.resolution === 'string';
  return { message: error.message, resolution: own ? String(error.resolution) : RELOAD };
}
