import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, loadSettings, saveSettings, settingsFrom } from './settings';

function storage(kept = new Map<string, string>()): Storage {
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    clear: () => kept.clear(),
    key: (index) => [...kept.keys()][index] ?? null,
    get length() {
      return kept.size;
    },
  };
}

/** A storage that refuses everything, as a private window's may. */
const REFUSING: Storage = {
  ...storage(),
  getItem: () => {
    throw new DOMException('refused', 'SecurityError');
  },
  setItem: () => {
    throw new DOMException('full', 'QuotaExceededError');
  },
};

describe('settings', () => {
  it('come back as they were saved, beside the others', () => {
    const kept = storage();
    saveSettings({ volume: 0.25 }, kept);
    saveSettings({ muted: true }, kept);
    expect(loadSettings(kept)).toEqual({ volume: 0.25, muted: true });
  });

  it.each([
    ['volume', 1.01],
    ['volume', '0.5'],
    ['volume', null],
    ['muted', 'yes'],
  ])('%s of %j takes its default, and spoils no other', (name, wrong) => {
    const others = { volume: 0.25, muted: true };
    const kept = { ...others, [name]: DEFAULT_SETTINGS[name as keyof typeof others] };
    expect(settingsFrom({ ...others, [name]: wrong })).toEqual(kept);
  });

  it('take nothing that is not one of them', () => {
    expect(settingsFrom({ volume: 0.25, theme: 'dark', windowSeconds: 60 })).toEqual({
      ...DEFAULT_SETTINGS,
      volume: 0.25,
    });
  });

  it('never throw, whatever was kept', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const kept = storage();
        kept.setItem('aws-musical-event:settings', text);
        const settings = loadSettings(kept);
        expect(Object.keys(settings).sort()).toEqual(Object.keys(DEFAULT_SETTINGS).sort());
      }),
    );
    const named = settingsFrom(JSON.parse('{"__proto__": {"volume": 0.1}, "constructor": 1}'));
    expect(named).toEqual(DEFAULT_SETTINGS);
  });

  it('live without a storage, or with one that refuses', () => {
    expect(loadSettings(undefined)).toEqual(DEFAULT_SETTINGS);
    expect(loadSettings(REFUSING)).toEqual(DEFAULT_SETTINGS);
    expect(saveSettings({ volume: 0.1 }, REFUSING)).toEqual({ ...DEFAULT_SETTINGS, volume: 0.1 });
  });
});
