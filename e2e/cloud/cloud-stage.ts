import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { test as base } from '@playwright/test';
import type { LocalOutputs } from '../../cli/cloud/outputs';
import { readFileSync } from 'node:fs';

/** The site is built for these addresses, and need not be built again as long as they stay. */
const CLOUD_PORT = 4284;
const SITE_PORT = 4285;
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const OUTPUTS = `${ROOT}/.local/cloud/e2e_outputs.json`;
/** Templates and site are made anew where their sources have changed. */
const START_MS = 300_000;

/** The local cloud in a process of its own, with the site that is built for it. */
export interface CloudStage {
  readonly site: string;
  readonly outputs: LocalOutputs;
  /** The newest code or first password that was sent to an address. */
  mailTo(address: string): Promise<string>;
  /** A connector in another account puts an event on somebody's feed; whether the feed lets it. */
  putFromConnector(topic: string, body: string, account: string): Promise<boolean>;
  /** Names of queues and topics. */
  resources(): Promise<readonly string[]>;
  setFaults(faults: object): Promise<void>;
  /** What the policies refused. */
  denials(): Promise<readonly unknown[]>;
}

interface Mail {
  readonly to: string;
  readonly secret: string;
}

async function ask<T>(endpoint: string, action: string, input: object = {}): Promise<T> {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify(input);
  const answer = await fetch(`${endpoint}/_local/${action}`, { method: 'POST', headers, body });
  if (!answer.ok) throw new Error(`${action}: ${answer.status}`);
  return (await answer.json()) as T;
}

function start(): ChildProcess {
  const ports = ['--port', String(CLOUD_PORT), '--site-port', String(SITE_PORT)];
  const args = ['--import', 'tsx', 'cli/cloud.ts', ...ports, '--outputs', OUTPUTS];
  return spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
}

/** The address of the site, which is told last. */
function siteOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const [, address] = /The site: +(\S+)/.exec(said) ?? [];
      if (address !== undefined) resolve(address);
    });
    child.once('close', (code) => reject(new Error(`The local cloud ended with ${code}: ${said}`)));
  });
}

function stageAt(site: string): CloudStage {
  const outputs = JSON.parse(readFileSync(OUTPUTS, 'utf8')) as LocalOutputs;
  const endpoint = outputs.custom.cloud.endpoints?.sqs ?? '';
  return {
    site,
    outputs,
    async mailTo(address) {
      const mails = await ask<Mail[]>(endpoint, 'outbox');
      return mails.findLast(({ to }) => to === address)?.secret ?? '';
    },
    putFromConnector: (topic, body, account) =>
      ask(endpoint, 'connector-event', { topic, body, account }).then(
        () => true,
        () => false,
      ),
    resources: () => ask(endpoint, 'resources'),
    async setFaults(faults) {
      await ask(endpoint, 'faults', faults);
    },
    denials: () => ask(endpoint, 'denials'),
  };
}

export const test = base.extend<object, { stage: CloudStage }>({
  stage: [
    // Playwright reads from the pattern which fixtures this one needs: none.
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const child = start();
      const ended = new Promise((resolve) => child.once('close', resolve));
      try {
        await use(stageAt(await siteOf(child)));
      } finally {
        child.kill('SIGTERM');
        await ended;
      }
    },
    { scope: 'worker', timeout: START_MS },
  ],
});
