import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Implementations of SQS by others than the one that everything else is tested against. */
export interface SecondQueue {
  readonly endpoint: string;
  close(): Promise<void>;
}

const LOCAL = fileURLToPath(new URL('../../../.local', import.meta.url));
const INSTALL_MS = 180_000;

function run(program: string, args: readonly string[]): void {
  execFileSync(program, args, { stdio: 'ignore', timeout: INSTALL_MS });
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const port = portOf(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Starts local-aws-sqs (MIT), chosen because it speaks SQS's JSON protocol. It knows neither CORS nor signatures. */
export async function startLocalAwsSqs(): Promise<SecondQueue> {
  const { createSqsServer } = createRequire(import.meta.url)('local-aws-sqs') as {
    createSqsServer: (options: object) => Promise<Server>;
  };
  const options = { port: 0, hostname: '127.0.0.1', region: 'us-east-1' };
  const server = await createSqsServer(options);
  return {
    endpoint: `http://127.0.0.1:${portOf(server)}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Installs moto into a virtual environment of its own; where that cannot be, gives null. */
function motoServer(): string | null {
  const folder = join(LOCAL, 'moto');
  const program = join(folder, 'bin/moto_server');
  if (existsSync(program)) return program;
  try {
    run('python3', ['-m', 'venv', folder]);
    run(join(folder, 'bin/python'), ['-m', 'pip', 'install', '--quiet', 'moto[server]>=5,<6']);
    return program;
  } catch {
    return null;
  }
}

async function answers(endpoint: string): Promise<boolean> {
  return fetch(endpoint).then(
    () => true,
    () => false,
  );
}

/** Starts moto (Apache-2.0, from PyPI), which has CORS of its own; null where it cannot be installed. */
export async function startMoto(): Promise<SecondQueue | null> {
  const program = motoServer();
  if (program === null) return null;
  const port = await freePort();
  const child = spawn(program, ['-H', '127.0.0.1', '-p', String(port)], { stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const endpoint = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 100 && !(await answers(endpoint)); tries++)
    await new Promise((resolve) => setTimeout(resolve, 200));
  return {
    endpoint,
    async close() {
      child.kill();
      await ended;
    },
  };
}
