import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT, type Step } from './step';

const ADDRESS = /http:\/\/127\.0\.0\.1:\d+\S*/;
const START_TIMEOUT_MS = 300_000;
const STOP_TIMEOUT_MS = 15_000;

type Started = ReturnType<typeof spawn>;

/** Reads what the command prints until it names its address. */
function addressOf(started: Started): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    const timer = setTimeout(
      () => reject(new Error(`no address after ${START_TIMEOUT_MS / 1_000} s:\n${printed}`)),
      START_TIMEOUT_MS,
    );
    const hear = (chunk: Buffer): void => {
      printed += chunk.toString();
      const found = ADDRESS.exec(printed);
      if (!found) return;
      clearTimeout(timer);
      resolve(found[0]);
    };
    started.stdout?.on('data', hear);
    started.stderr?.on('data', hear);
    started.on('close', (code) => {
      clearTimeout(timer);
      reject(new Error(`npm start ended with ${code} before it named an address:\n${printed}`));
    });
  });
}

/** Presses Ctrl-C, which reaches the whole process group. Gives whether it ended by itself, and in time. */
function interrupt(started: Started): Promise<boolean> {
  return new Promise((resolve) => {
    const group = -(started.pid ?? 0);
    let inTime = true;
    const timer = setTimeout(() => {
      inTime = false;
      process.kill(group, 'SIGKILL');
    }, STOP_TIMEOUT_MS);
    started.on('close', () => {
      clearTimeout(timer);
      resolve(inTime);
    });
    process.kill(group, 'SIGINT');
  });
}

async function answers(address: string): Promise<boolean> {
  return fetch(address).then(
    () => true,
    () => false,
  );
}

async function startIn(folder: string): Promise<boolean> {
  const started = spawn('npm', ['start'], { cwd: folder, detached: true });
  let printed = '';
  started.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const address = await addressOf(started);
  const page = await fetch(address);
  const text = await page.text();
  console.log(`${address} answered ${page.status} with ${text.length} characters`);
  const ended = (await interrupt(started)) && printed.includes('Stopped.');
  const stopped = ended && !(await answers(address));
  console.log(stopped ? 'Ctrl-C ended it, and nothing answers' : `Ctrl-C left it:\n${printed}`);
  return page.ok && text.includes('AWS Musical Event') && stopped;
}

/** The README's promise: a fresh clone, `npm start`, nothing else; then Ctrl-C leaves nothing behind. */
export const twoCommands: Step = {
  name: 'npm start in a fresh clone',
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'musical-event-'));
    try {
      execFileSync('git', ['clone', '--quiet', ROOT, folder]);
      return (await startIn(folder)) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
