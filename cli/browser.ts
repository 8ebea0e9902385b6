import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { chromium } from '@playwright/test';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const PLACES = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
const NAMED_BY = ['CHROMIUM_PATH', 'PLAYWRIGHT_CHROMIUM'];
const PLAYWRIGHT_CLI = resolve(import.meta.dirname, '../node_modules/@playwright/test/cli.js');
/** An install that takes longer than this has hung. */
const PATIENCE_MS = 10 * 60_000;

/** No Chromium was found, and none could be installed. */
export class BrowserMissingError extends Error {
  override readonly name = 'BrowserMissingError';
  readonly resolution =
    'Install Chromium or Chrome and name it in CHROMIUM_PATH, then run the command again.';
}

function isProgram(path: string | undefined): path is string {
  try {
    accessSync(path ?? '', constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Looks along PATH. Where Debian's `chromium` and a snap's stand-in are both there, Debian's comes first. */
function onPath(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram);
}

/**
 * The path of a Chromium on this machine, or null: the one that CHROMIUM_PATH or PLAYWRIGHT_CHROMIUM names, else
 * Playwright's own, else the system's.
 *
 * @throws BrowserMissingError when one of the variables names no program.
 */
export function findBrowser(): string | null {
  const variable = NAMED_BY.find((name) => process.env[name]);
  if (variable) {
    const named = process.env[variable];
    if (isProgram(named)) return named;
    throw new BrowserMissingError(`${variable} names no program: ${named ?? ''}`);
  }
  const own = chromium.executablePath();
  if (existsSync(own)) return own;
  return onPath() ?? PLACES.find(isProgram) ?? null;
}

/** Runs an installer, its output on standard error; whether it succeeded. */
function tried(program: string, args: readonly string[]): boolean {
  const options = { stdio: ['ignore', 2, 2] as ['ignore', 2, 2], timeout: PATIENCE_MS };
  return spawnSync(program, args, options).status === 0;
}

function isDebianRoot(): boolean {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version');
}

function install(): void {
  if (tried(process.execPath, [PLAYWRIGHT_CLI, 'install', 'chromium'])) return;
  if (!isDebianRoot()) return;
  if (tried('apt-get', ['update'])) tried('apt-get', ['install', '-y', 'chromium']);
}

/**
 * The path of a Chromium; where there is none, installs Playwright's, or Debian's when run as root.
 *
 * @throws BrowserMissingError when neither can be had.
 */
export async function ensureBrowser(): Promise<string> {
  const found = findBrowser();
  if (found !== null) return found;
  console.error('Installing Chromium, once …');
  install();
  const installed = findBrowser();
  if (installed === null) throw new BrowserMissingError('there is no Chromium on this machine');
  return installed;
}
