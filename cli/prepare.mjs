/**
 * Makes sure that the project's packages are installed, then runs a script of the project with its own Node.js.
 *
 *     node cli/prepare.mjs cli/start.ts [arguments of the script]
 *
 * Runs on Node.js 20 with no package installed. Everything it says goes to standard error, so that a script's
 * standard output stays its own.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const MODULES = join(ROOT, 'node_modules');

/** @param {string} line */
function say(line) {
  process.stderr.write(`${line}\n`);
}

/**
 * The packages of a lock file by their place; none when there is no such file.
 * @param {string} file
 * @returns {[place: string, meta: { version?: string, optional?: boolean, devOptional?: boolean, link?: boolean }][]}
 */
function packagesIn(file) {
  if (!existsSync(file)) return [];
  return Object.entries(JSON.parse(readFileSync(file, 'utf8')).packages ?? {});
}

/**
 * Whether everything that the lock file names is installed, by the record that npm leaves behind when it is done.
 * Packages for other machines are optional, and may be missing.
 */
function installed() {
  const record = new Map(packagesIn(join(MODULES, '.package-lock.json')));
  return packagesIn(join(ROOT, 'package-lock.json')).every(([place, meta]) => {
    if (!place.startsWith('node_modules/')) return true;
    const there = record.get(place);
    return there ? there.version === meta.version : Boolean(meta.optional || meta.devOptional);
  });
}

/**
 * Runs a program to its end; its output goes to standard error.
 * @param {string} program
 * @param {string[]} args
 */
function must(program, args) {
  const { status, error } = spawnSync(program, args, {
    cwd: ROOT,
    stdio: ['inherit', 2, 2],
    shell: process.platform === 'win32' && program === 'npm',
  });
  if (status === 0) return;
  say(`${program} ${args.join(' ')} failed${error ? `: ${error.message}` : ''}.`);
  say('Check that the npm registry can be reached, then run the command again.');
  process.exit(status || 1);
}

function install() {
  say('Installing packages; this takes a minute or two, once …');
  const { npm_execpath: npm } = process.env;
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  if (npm?.endsWith('.js')) must(process.execPath, [npm, ...args]);
  else must('npm', args);
}

/** The Node.js that the project brings along; the one that runs this, where its package has no program for us. */
function ownNode() {
  const own = join(MODULES, 'node/bin', process.platform === 'win32' ? 'node.exe' : 'node');
  return existsSync(own) ? own : process.execPath;
}

/**
 * Hands over to a script, with its arguments, signals and exit code.
 * @param {string} script
 * @param {string[]} args
 */
function handOver(script, args) {
  const loader = pathToFileURL(join(MODULES, 'tsx/dist/loader.mjs')).href;
  const child = spawn(ownNode(), ['--import', loader, resolve(ROOT, script), ...args], {
    stdio: 'inherit',
    env: { ...process.env, TSX_TSCONFIG_PATH: join(ROOT, 'tsconfig.json') },
  });
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
  const pass = /** @param {NodeJS.Signals} signal */ (signal) => void child.kill(signal);
  for (const signal of signals) process.on(signal, pass);
  child.once('error', (error) => {
    say(`${script} could not be started: ${error.message}`);
    process.exit(1);
  });
  child.once('exit', (code, signal) => {
    for (const name of signals) process.off(name, pass);
    if (signal) process.kill(process.pid, signal);
    else process.exit(code ?? 1);
  });
}

const [script, ...args] = process.argv.slice(2);
if (!script) {
  say('Name a script: node cli/prepare.mjs cli/start.ts');
  process.exit(2);
}
if (!installed()) install();
if (!existsSync(join(ROOT, '.svelte-kit/tsconfig.json')))
  must(ownNode(), [join(MODULES, '@sveltejs/kit/svelte-kit.js'), 'sync']);
handOver(script, args);
