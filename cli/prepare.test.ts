import { spawn } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let root: string;

function write(path: string, content: string | object): void {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
}

const lockOf = (version: string) => ({
  packages: { '': { devDependencies: { a: '1' } }, 'node_modules/a': { version } },
});

/** A page that needs `a`, which brings a `b` of its own; and a backend that needs `c`. */
const lockWithBackend = (has: string[]) => {
  const all = {
    '': { devDependencies: { a: '1' }, workspaces: ['amplify'] },
    amplify: { devDependencies: { c: '1' } },
    'node_modules/a': { version: '1.0.0', dependencies: { b: '2' } },
    'node_modules/a/node_modules/b': { version: '2.0.0' },
    'node_modules/b': { version: '1.0.0' },
    'node_modules/c': { version: '1.0.0', dependencies: { b: '1' } },
  };
  return { packages: Object.fromEntries(Object.entries(all).filter(([key]) => has.includes(key))) };
};
const PAGE = ['', 'node_modules/a', 'node_modules/a/node_modules/b'];
const BACKEND = ['amplify', 'node_modules/b', 'node_modules/c'];

/** A project with the launcher, a stand-in for npm that only notes that it was called, and a script. */
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'prepare-'));
  mkdirSync(join(root, 'cli'));
  copyFileSync(resolve(import.meta.dirname, 'prepare.mjs'), join(root, 'cli/prepare.mjs'));
  write('package.json', { type: 'module' });
  write('package-lock.json', lockOf('1.0.0'));
  write('.svelte-kit/tsconfig.json', {});
  write('node_modules/tsx/dist/loader.mjs', '');
  write(
    'npm.js',
    `import { writeFileSync } from 'node:fs'; writeFileSync('called', process.argv.slice(2).join(' '));
     process.exitCode = Number(process.env.NPM_FAILS ?? 0); console.log('npm speaks');`,
  );
  write('script.js', `console.log(process.argv.slice(2).join('|')); process.exitCode = 7;`);
});
afterEach(() => rmSync(root, { recursive: true }));

function launch(args: string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['cli/prepare.mjs', ...args], {
    cwd: root,
    env: { ...process.env, npm_execpath: join(root, 'npm.js'), ...env },
  });
  const printed = { out: '', err: '' };
  child.stdout.on('data', (chunk) => (printed.out += String(chunk)));
  child.stderr.on('data', (chunk) => (printed.err += String(chunk)));
  const ended = new Promise<number | null>((end) => child.once('close', end));
  return { child, printed, ended };
}

const wasInstalled = () => existsSync(join(root, 'called'));
const wasAsked = () => readFileSync(join(root, 'called'), 'utf8');

describe('the launcher', () => {
  it('installs nothing when all is there, and passes arguments and exit code through', async () => {
    write('node_modules/.package-lock.json', lockOf('1.0.0'));
    const { printed, ended } = launch(['script.js', 'a', '--b', 'c d']);
    expect(await ended).toBe(7);
    expect(printed).toEqual({ out: 'a|--b|c d\n', err: '' });
    expect(wasInstalled()).toBe(false);
  });

  it('installs what is missing, and keeps standard output for the script', async () => {
    const { printed, ended } = launch(['script.js', 'x']);
    expect(await ended).toBe(7);
    expect(wasInstalled()).toBe(true);
    expect(printed.out).toBe('x\n');
    expect(printed.err).toContain('Installing');
    expect(printed.err).toContain('npm speaks');
  });

  it('installs what is out of date', async () => {
    write('node_modules/.package-lock.json', lockOf('0.9.0'));
    await launch(['script.js']).ended;
    expect(wasInstalled()).toBe(true);
  });

  it("leaves the backend's packages to the scripts that need them", async () => {
    write('package-lock.json', lockWithBackend([...PAGE, ...BACKEND]));
    write('node_modules/.package-lock.json', lockWithBackend(PAGE));
    await launch(['script.js']).ended;
    expect(wasInstalled()).toBe(false);
    write('cli/synth.ts', '');
    await launch(['cli/synth.ts']).ended;
    expect(wasAsked()).not.toContain('--workspaces=false');
  });

  it('installs without the backend what a page lacks, deep in the tree too', async () => {
    write('package-lock.json', lockWithBackend([...PAGE, ...BACKEND]));
    write('node_modules/.package-lock.json', lockWithBackend(['', 'node_modules/a', ...BACKEND]));
    await launch(['script.js']).ended;
    expect(wasAsked()).toContain('--workspaces=false');
  });

  it('does not miss optional packages for other machines', async () => {
    write('package-lock.json', {
      packages: {
        '': { devDependencies: { 'other-os': '1' } },
        'node_modules/other-os': { version: '1.0.0', optional: true },
      },
    });
    write('node_modules/.package-lock.json', { packages: {} });
    await launch(['script.js']).ended;
    expect(wasInstalled()).toBe(false);
  });

  it('says so and stops when the installation fails', async () => {
    const { printed, ended } = launch(['script.js'], { NPM_FAILS: '3' });
    expect(await ended).toBe(3);
    expect(printed.out).toBe('');
    expect(printed.err).toContain('npm registry');
  });

  it('wants a script', async () => {
    expect(await launch([]).ended).toBe(2);
  });

  it('passes a signal on and ends with the script', async () => {
    write('node_modules/.package-lock.json', lockOf('1.0.0'));
    write(
      'waiting.js',
      `process.on('SIGINT', () => { console.log('stopped'); process.exit(0); });
       setInterval(() => {}, 1000); console.log('ready');`,
    );
    const { child, printed, ended } = launch(['waiting.js']);
    await expect.poll(() => printed.out, { timeout: 10_000 }).toContain('ready');
    child.kill('SIGINT');
    expect(await ended).toBe(0);
    expect(printed.out).toContain('stopped');
  });
});
