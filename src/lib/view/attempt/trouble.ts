/** What went wrong with something that was pressed, and what to do. */
export interface Trouble {
  readonly text: string;
  /** The error's own words, shown in mono after the sentence; null where the sentence says it all. */
  readonly code: string | null;
}

/** How Chromium, Firefox, Safari and Vite say that a part of the page did not arrive. */
const NOT_LOADED = /dynamically imported module|importing a module script|unable to preload/i;

const OFFLINE =
  'Your browser is offline, and a part of the page has not been loaded yet. Connect, then reload the page.';
const OUT_OF_REACH =
  'A part of the page could not be loaded: a newer version may have taken its place, or the site does not answer. Reload the page.';
const UNKNOWN = 'This did not work. Reload the page, then try again.';

/**
 * Tells a person of an error. An error of ours brings its own resolution.
 *
 * @param online what the browser says of its connection
 */
export function troubleOf(error: unknown, online: boolean): Trouble {
  if (!(error instanceof Error)) return { text: UNKNOWN, code: String(error) };
  if (NOT_LOADED.test(error.message)) return { text: online ? OUT_OF_REACH : OFFLINE, code: null };
  if ('resolution' in error && typeof error.resolution === 'string')
    return { text: `${error.message} ${error.resolution}`, code: null };
  return { text: UNKNOWN, code: error.message };
}
