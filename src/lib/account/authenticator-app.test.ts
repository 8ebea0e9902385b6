import { describe, expect, it } from 'vitest';
import { AuthenticatorApp } from './authenticator-app';
import { amplifyError, fakeAuth } from './fixtures/fake-auth';

describe('the authenticator app', () => {
  it('gets the secret, and the address for its camera, under our name', async () => {
    const { service } = fakeAuth({
      setUpTOTP: async () => ({
        sharedSecret: 'ABC',
        getSetupUri: (app, account) =>
          new URL(`otpauth://totp/${encodeURIComponent(app)}:${account ?? ''}?secret=ABC`),
      }),
    });
    expect(await new AuthenticatorApp(service).begin('you@example.com')).toEqual({
      secret: 'ABC',
      uri: 'otpauth://totp/AWS%20Musical%20Event:you@example.com?secret=ABC',
    });
  });

  it('is asked for only after one code was right', async () => {
    const right = fakeAuth({
      verifyTOTPSetup: async () => undefined,
      updateMFAPreference: async () => undefined,
    });
    await new AuthenticatorApp(right.service).finish('123 456');
    expect(right.calls).toEqual([
      ['verifyTOTPSetup', { code: '123456' }],
      ['updateMFAPreference', { totp: 'PREFERRED' }],
    ]);
    const wrong = fakeAuth({
      verifyTOTPSetup: () => Promise.reject(amplifyError('EnableSoftwareTokenMFAException')),
    });
    await expect(new AuthenticatorApp(wrong.service).finish('000000')).rejects.toMatchObject({
      message: 'The code is not right.',
    });
    expect(wrong.calls).toHaveLength(1);
  });

  it('tells whether it is asked for, and can be taken away', async () => {
    const { service, calls } = fakeAuth({
      fetchMFAPreference: async () => ({ enabled: ['TOTP'], preferred: 'TOTP' }),
      updateMFAPreference: async () => undefined,
    });
    const app = new AuthenticatorApp(service);
    expect(await app.isOn()).toBe(true);
    await app.remove();
    expect(calls.at(-1)).toEqual(['updateMFAPreference', { totp: 'DISABLED' }]);
  });
});
