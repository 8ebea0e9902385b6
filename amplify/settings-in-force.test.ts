import { describe, expect, it } from 'vitest';
import { selfSignUp } from './auth/user-pool';
import { settings } from './settings';
import { settingsInForce } from './settings-in-force';

describe('the settings in force', () => {
  it('are those in Git', () => {
    expect(settingsInForce({})).toEqual(settings);
  });

  it('are changed one by one, the taps too', () => {
    const AME_SETTINGS = '{"deployment":"hosted","taps":{"buckets":["pictures"]}}';
    const { deployment, budgetUsd, taps } = settingsInForce({ AME_SETTINGS });
    expect({ deployment, budgetUsd }).toEqual({
      deployment: 'hosted',
      budgetUsd: settings.budgetUsd,
    });
    expect(taps).toEqual({ ...settings.taps, buckets: ['pictures'] });
  });

  it('are refused when they are no JSON', () => {
    expect(() => settingsInForce({ AME_SETTINGS: 'hosted' })).toThrow(SyntaxError);
  });
});

describe('signing up by oneself', () => {
  it.each([
    ['own', [], 'closed'],
    ['own', ['example.com'], 'domains'],
    ['hosted', [], 'open'],
    ['hosted', ['example.com'], 'domains'],
  ] as const)(
    'in a deployment that is %s with the domains %j is %s',
    (deployment, allowedDomains, who) => {
      expect(selfSignUp({ deployment, allowedDomains })).toBe(who);
    },
  );
});
