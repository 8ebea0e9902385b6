import { spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { SETTINGS_VARIABLE, type SettingsChange } from '../settings-in-force';
import { SynthError } from './synth-error';

/**
 * The CDK asks for no credentials and bundles nothing, and writes what its checks find without stopping. Not a sandbox:
 * of one Amplify would remove everything, whatever the removal policies say.
 */
const CONTEXT = {
  'amplify-backend-type': 'standalone',
  'amplify-backend-namespace': 'aws-musical-event',
  'amplify-backend-name': 'synth',
  'aws:cdk:bundling-stacks': [],
  '@aws-cdk/core:failSynthOnValidationErrors': false,
};

/** What a credential or a Region of the machine could change in the templates. */
const WORLD = /^(?:AWS_|CDK_|AMPLIFY_)/;

/**
 * Runs the synthesis in a process of its own. Amplify leaves a folder of types where it runs: that is `work`.
 * @throws SynthError with the last lines that the process said
 */
export async function runSynth(
  root: string,
  out: string,
  work: string,
  settings: SettingsChange,
): Promise<void> {
  await mkdir(work, { recursive: true });
  const loader = pathToFileURL(join(root, 'node_modules/tsx/dist/loader.mjs')).href;
  const script = join(root, 'amplify/synthesis/run-synth.ts');
  const child = spawn(process.execPath, ['--import', loader, script], {
    cwd: work,
    env: environment(root, out, settings),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  child.stdout.on('data', (text) => said.push(String(text)));
  child.stderr.on('data', (text) => said.push(String(text)));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw refusal(said.join(''));
}

function environment(root: string, out: string, settings: SettingsChange): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !WORLD.test(name));
  return {
    ...Object.fromEntries(kept),
    CDK_CONTEXT_JSON: JSON.stringify(CONTEXT),
    CDK_OUTDIR: out,
    [SETTINGS_VARIABLE]: JSON.stringify(settings),
    NODE_OPTIONS: '',
    NODE_COMPILE_CACHE: join(root, '.local/compile-cache'),
  };
}

function refusal(said: string): SynthError {
  const lines = said.trim().split('\n').slice(-20).join('\n');
  return new SynthError(
    `the backend could not be synthesised:\n${lines}`,
    'Mend what it names in amplify/; `npx tsc -p amplify --noEmit` may say more.',
  );
}
