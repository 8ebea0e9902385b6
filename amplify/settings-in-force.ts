import { type Settings, settings, type Taps } from './settings';

/** The environment variable that may change single settings, as JSON, for a preview or a test. */
export const SETTINGS_VARIABLE = 'AME_SETTINGS';

/** Settings that replace those in Git. */
export type SettingsChange = Partial<Omit<Settings, 'taps'>> & { readonly taps?: Partial<Taps> };

/**
 * The settings in Git, with those replaced that `AME_SETTINGS` names.
 * @throws SyntaxError when the variable is not JSON
 */
export function settingsInForce(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Settings {
  const written = environment[SETTINGS_VARIABLE];
  const changed = written === undefined ? {} : (JSON.parse(written) as SettingsChange);
  return { ...settings, ...changed, taps: { ...settings.taps, ...changed.taps } };
}
