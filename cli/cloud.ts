import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { synthesise } from '../amplify/synth';
import { cloudSite } from './cloud/cloud-site';
import { cloudOptions, HELP, type CloudOptions } from './cloud/cloud-options';
import { deploymentOfTemplates } from './cloud/deployment-of-templates';
import { startLocalCloud } from './cloud/local-cloud';
import { Audience } from './local/audience';
import { builtSite } from './local/site';
import { serveSite } from './local/site-server';
import { aborted, stopSignal } from './local/stop';
import { UsageError } from './local/usage-error';

const ROOT = resolve(import.meta.dirname, '..');

/** Builds the site for the outputs and serves it, where that was asked for. */
async function siteFor(
  { sitePort }: CloudOptions,
  outputs: string,
  text: string,
  endpoint: string,
  signal: AbortSignal,
) {
  if (sitePort === null) return null;
  const variant = cloudSite(outputs, text);
  const folder = await builtSite(ROOT, signal, () => console.log('Building the site …'), variant);
  const site = await serveSite(folder, endpoint, sitePort, new Audience(() => performance.now()));
  console.log(`The site:  ${site.address}`);
  return site;
}

async function run(options: CloudOptions, signal: AbortSignal): Promise<void> {
  const { deployment } = options;
  const cloud = await startLocalCloud(
    deploymentOfTemplates(await synthesise(undefined, { deployment })),
    options.port,
  );
  cloud.services.pool.outbox.onMail = ({ to, secret, purpose }) =>
    console.log(`Mail to ${to} (${purpose}): ${secret}`);
  const file = resolve(options.outputs);
  const text = `${JSON.stringify(cloud.outputs, null, 2)}\n`;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
  console.log(`The cloud: ${cloud.endpoint}\nOutputs:   ${file}`);
  const site = await siteFor(options, file, text, cloud.endpoint, signal);
  await aborted(signal);
  await site?.close();
  await cloud.close();
}

/** Clear lines for a person; the exit code for a script: 2 for a wrong call, 1 for a failure. */
function fail(error: unknown): never {
  if (error instanceof UsageError) {
    console.error(error.toldBy('cli/cloud.ts'));
    process.exit(2);
  }
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

const signal = stopSignal();
try {
  const options = cloudOptions(process.argv.slice(2));
  if (options.help) console.log(HELP);
  else await run(options, signal);
} catch (error) {
  if (!signal.aborted) fail(error);
}
process.exit(0);
