import { resolve } from 'node:path';
import { Audience } from './local/audience';
import { feederFor, type Feeder } from './local/feeder';
import { inputFile } from './local/input-file';
import { startLocalQueue } from './local/local-queue';
import { builtSite, SiteBuildError } from './local/site';
import { serveSite } from './local/site-server';
import { HELP, seedAt, startOptions, type StartOptions } from './local/start-options';
import { aborted, stopSignal } from './local/stop';
import { UsageError } from './local/usage-error';

const ROOT = resolve(import.meta.dirname, '..');

function announce(options: StartOptions, address: string, taken: boolean, feeder: Feeder): void {
  if (options.quiet) return console.log(address);
  if (taken) console.log(`Port ${options.port} is taken; here is another.\n`);
  console.log(`  ${address}\n`);
  console.log(`${feeder.description}\nPress Ctrl-C to stop.`);
}

/** Starts the queue, the feed and the site, and returns when the signal has stopped them all. */
async function run(options: StartOptions, feeder: Feeder, signal: AbortSignal): Promise<void> {
  const say = (line: string) => void (options.quiet || console.log(line));
  const now = () => performance.now();
  const audience = new Audience(now);
  const [queue, folder] = await Promise.all([
    startLocalQueue(),
    builtSite(ROOT, signal, () => say('Building the site, once for this version …\n')),
  ]);
  const site = await serveSite(folder, queue.endpoint, options.port, audience);
  announce(options, site.address, options.port !== 0 && site.port !== options.port, feeder);
  const stage = {
    audience,
    now,
    signal,
    send: (bodies: readonly string[]) => queue.send(bodies),
    clear: () => queue.clear(),
  };
  await Promise.all([aborted(signal), feeder.run(stage, say)]);
  await site.close();
  await queue.close();
  say('\nStopped.');
}

/** Clear lines for a person; the exit code for a script: 2 for a wrong call, 1 for a failure. */
function fail(error: unknown): never {
  if (error instanceof UsageError) {
    console.error(error.toldBy('npm start'));
    process.exit(2);
  }
  if (error instanceof SiteBuildError) console.error(error.log);
  console.error(`npm start: ${error instanceof Error ? error.message : error}`);
  process.exit(1);
}

async function main(args: readonly string[]): Promise<void> {
  const signal = stopSignal();
  try {
    const options = startOptions(args, seedAt(Date.now()));
    if (options.help) return console.log(HELP);
    const feeder = await feederFor(options, options.replay.map(inputFile));
    await run(options, feeder, signal);
  } catch (error) {
    if (!signal.aborted) fail(error);
  }
  process.exit(0);
}

await main(process.argv.slice(2));
