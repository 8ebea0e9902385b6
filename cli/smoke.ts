import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { stopSignal } from './local/stop';
import { UsageError } from './local/usage-error';
import { readDeployment, type Deployment } from './smoke/deployment';
import { adminSignUp, selfSignUp, type Registrar } from './smoke/registrar';
import { exitCode, resultLine, summaryLine } from './smoke/result-table';
import type { Result } from './smoke/smoke-report';
import { smokeSession } from './smoke/smoke-session';
import { HELP, smokeOptions, type SmokeOptions } from './smoke/smoke-options';

function deploymentIn(file: string): Deployment {
  try {
    return readDeployment(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(
      `${file} cannot be read`,
      'Write it with `npx ampx generate outputs`, or name another with --outputs.',
    );
  }
}

async function askCode(email: string, signal: AbortSignal): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return (await terminal.question(`The code that was sent to ${email}: `, { signal })).trim();
  } finally {
    terminal.close();
  }
}

function registrarFor(
  { admin, email, user }: SmokeOptions,
  deployment: Deployment,
  stop: AbortSignal,
): Registrar {
  if (admin) return adminSignUp(deployment);
  if (user === null && deployment.cloud.selfSignUp === 'closed')
    throw new UsageError('Sign-up is closed there', 'Use --admin, or --user with someone.');
  if (user === null && email === null)
    throw new UsageError('Nobody could read the code', 'Name an address with --email, or --admin.');
  return selfSignUp({ unattended: false, code: (address) => askCode(address, stop) });
}

function passwordFor({ user }: SmokeOptions): string {
  const { SMOKE_PASSWORD: password = '' } = process.env;
  if (user !== null && password === '')
    throw new UsageError('The password is missing', `Put that of ${user} in SMOKE_PASSWORD.`);
  return password;
}

/** The exit code. */
async function main(args: readonly string[]): Promise<number> {
  const options = smokeOptions(args);
  if (options.help) {
    console.log(HELP);
    return 0;
  }
  const deployment = deploymentIn(options.outputs);
  const stop = stopSignal();
  const registrar = registrarFor(options, deployment, stop);
  const password = passwordFor(options);
  const tell = (result: Result) => console.log(resultLine(result));
  const { results, kept } = await smokeSession({
    options,
    deployment,
    registrar,
    password,
    stop,
    tell,
  });
  if (kept.length > 0) console.log(`Kept: ${kept.join('; ')}`);
  console.log(`\n${summaryLine(results)}`);
  return stop.aborted ? 1 : exitCode(results);
}

/** Clear lines for a person; 2 for a wrong call, 1 for a failure. */
function failed(error: unknown): number {
  if (error instanceof UsageError) {
    console.error(error.toldBy('npm run smoke'));
    return 2;
  }
  console.error(`npm run smoke: ${error instanceof Error ? error.message : String(error)}`);
  return 1;
}

process.exit(await main(process.argv.slice(2)).catch(failed));
