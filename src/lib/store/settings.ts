/** What a listener has chosen, kept on this device. */
export interface Settings {
  /** 0 (silent) to 1 (full). */
  readonly volume: number;
  readonly muted: boolean;
}

export const DEFAULT_SETTINGS: Settings = {
  volume: 0.7,
  muted: false,
};

const KEY = 'aws-musical-event:settings';

type Check<T> = (value: unknown) => value is T;

function between(low: number, high: number): Check<number> {
  return (value): value is number => typeof value === 'number' && value >= low && value <= high;
}

const isBoolean: Check<boolean> = (value) => typeof value === 'boolean';

const CHECKS: { readonly [Name in keyof Settings]: Check<Settings[Name]> } = {
  volume: between(0, 1),
  muted: isBoolean,
};

/** Settings from any value: each that is missing or wrong takes its default. */
export function settingsFrom(value: unknown): Settings {
  const given = typeof value === 'object' && value !== null ? value : {};
  const valid = Object.entries(given).filter(([name, field]) => {
    const check = Object.hasOwn(CHECKS, name) && CHECKS[name as keyof Settings];
    return check && check(field);
  });
  return { ...DEFAULT_SETTINGS, ...Object.fromEntries(valid) };
}

/** The page's own storage; undefined where the browser has none or refuses it. */
function pageStorage(): Storage | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
}

/** Reads the settings; defaults where nothing is kept or nothing can be. Never throws. */
export function loadSettings(storage: Storage | undefined = pageStorage()): Settings {
  try {
    return settingsFrom(JSON.parse(storage?.getItem(KEY) ?? '{}'));
  } catch {
    return DEFAULT_SETTINGS;
  }
}

/** Keeps some settings beside the others. Never throws; returns the whole, whether it could be kept or not. */
export function saveSettings(
  change: Partial<Settings>,
  storage: Storage | undefined = pageStorage(),
): Settings {
  const settings = settingsFrom({ ...loadSettings(storage), ...change });
  try {
    storage?.setItem(KEY, JSON.stringify(settings));
  } catch {
    // A full or forbidden storage: the choice lasts as long as the page.
  }
  return settings;
}
