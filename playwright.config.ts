import { defineConfig } from '@playwright/test';

const QUEUE_PORT = 4280;
const STATIC_PORT = 4281;

/** The browser that `npm test` found or installed; Playwright's own where it is not told. */
const executablePath = process.env.CHROMIUM_PATH;

export default defineConfig({
  testDir: 'e2e',
  // Two cores: the browser, the page's audio thread and the servers share them.
  workers: 1,
  timeout: 60_000,
  retries: 0,
  outputDir: 'test-results',
  use: {
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        '--no-sandbox',
        '--autoplay-policy=user-gesture-required',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
    trace: 'retain-on-failure',
  },
  projects: [
    {
      name: 'queue',
      testMatch: /queue\/.*\.spec\.ts/,
      use: { baseURL: `http://127.0.0.1:${QUEUE_PORT}` },
    },
    {
      name: 'static',
      testIgnore: /(queue|cloud)\/.*\.spec\.ts/,
      use: { baseURL: `http://127.0.0.1:${STATIC_PORT}` },
    },
    {
      // Starts its own servers: a local cloud, and the site that is built for it.
      name: 'cloud',
      testMatch: /cloud\/.*\.spec\.ts/,
    },
  ],
  webServer: [
    {
      // Steady traffic: the scenarios begin with a night in which nothing may come for twenty seconds.
      command: `tsx cli/start.ts --port ${QUEUE_PORT} --quiet --rate 3 --seed 1`,
      url: `http://127.0.0.1:${QUEUE_PORT}`,
      timeout: 120_000,
    },
    {
      command: `vite preview --host 127.0.0.1 --port ${STATIC_PORT} --strictPort`,
      url: `http://127.0.0.1:${STATIC_PORT}`,
    },
  ],
});
