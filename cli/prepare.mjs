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

/** The scripts that need the packages of `amplify/` too. */
const WITH_BACKEND = ['cli/test.ts', 'cli/synth.ts', 'cli/smoke.ts', 'cli/cloud.ts'];

/** @param {string} line */
function say(line) {
  process.stderr.write(`${line}\n`);
}

/**
 * @typedef {{
 *   version?: string, optional?: boolean, devOptional?: boolean,
 *   dependencies?: Record<string, string>, devDependencies?: Record<string, string>,
 *   optionalDependencies?: Record<string, string>, peerDependencies?: Record<string, string>,
 * }} Locked
 */

/**
 * The packages of a lock file by their place; none when there is no such file.
 * @param {string} file
 * @returns {Map<string, Locked>}
 */
function packagesIn(file) {
  if (!existsSync(file)) return new Map();
  return new Map(Object.entries(JSON.parse(readFileSync(file, 'utf8')).packages ?? {}));
}

/**
 * Where the package at a place finds another one, as Node.js looks for it.
 * @param {Map<string, Locked>} packages
 * @param {string} from
 * @param {string} name
 */
function placeOf(packages, from, name) {
  for (let folder = from; folder !== '';) {
    const place = `${folder}/node_modules/${name}`;
    if (packages.has(place)) return place;
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')));
  }
  return `node_modules/${name}`;
}

/**
 * What the page, its tests and its command line need: the backend's tools are three times as large as all of it.
 * @param {Map<string, Locked>} packages
 */
function withoutBackend(packages) {
  /** @type {Set<string>} */
  const needed = new Set();
  const waiting = [''];
  for (const from of waiting) {
    const { dependencies, devDependencies, optionalDependencies, peerDependencies } =
      packages.get(from) ?? {};
    const names = {
      ...dependencies,
      ...devDependencies,
      ...optionalDependencies,
      ...peerDependencies,
    };
    for (const name of Object.keys(names)) {
      const place = placeOf(packages, from, name);
      if (needed.has(place) || !packages.has(place)) continue;
      needed.add(place);
      waiting.push(place);
    }
  }
  return needed;
}

/**
 * Whether everything that is needed of the lock file is installed, by the record that npm leaves behind when it is
 * done. Packages for other machines are optional, and may be missing.
 * @param {boolean} backend
 */
function installed(backend) {
  const record = packagesIn(join(MODULES, '.package-lock.json'));
  const locked = packagesIn(join(ROOT, 'package-lock.json'));
  const needed = backend ? new Set(locked.keys()) : withoutBackend(locked);
  return [...locked].every(([place, meta]) => {
    if (!place.startsWith('node_modules/') || !needed.has(place)) return true;
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

/** @param {boolean} backend */
function install(backend) {
  say('Installing packages; this takes a minute or two, once …');
  const { npm_execpath: npm } = process.env;
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  if (!backend) args.push('--workspaces=false');
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
const backend = WITH_BACKEND.includes(script);
if (!installed(backend)) install(backend);
if (!existsSync(join(ROOT, '.svelte-kit/tsconfig.json')))
  must(ownNode(), [join(MODULES, '@sveltejs/kit/svelte-kit.js'), 'sync']);
handOver(script, args);
