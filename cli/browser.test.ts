import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BrowserMissingError, ensureBrowser, findBrowser } from './browser';

beforeEach(() => {
  vi.stubEnv('CHROMIUM_PATH', '');
  vi.stubEnv('PLAYWRIGHT_CHROMIUM', '');
});
afterEach(() => vi.unstubAllEnvs());

describe('the browser', () => {
  it.each(['CHROMIUM_PATH', 'PLAYWRIGHT_CHROMIUM'])('is the one that %s names', async (name) => {
    vi.stubEnv(name, process.execPath);
    expect(findBrowser()).toBe(process.execPath);
    expect(await ensureBrowser()).toBe(process.execPath);
  });

  it('that is named but not there is an error with a way out, and nothing is installed', async () => {
    vi.stubEnv('CHROMIUM_PATH', '/no/such/browser');
    expect(() => findBrowser()).toThrow(BrowserMissingError);
    await expect(ensureBrowser()).rejects.toMatchObject({
      message: expect.stringContaining('/no/such/browser'),
      resolution: expect.stringContaining('CHROMIUM_PATH'),
    });
  });
});
