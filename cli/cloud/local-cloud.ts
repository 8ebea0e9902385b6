import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { randomUUID } from 'node:crypto';
import type { CloudDeployment } from './deployment';
import { noFaults, type Faults } from './faults';
import { answer } from './front-desk';
import { readAsked } from './gate/asked';
import { ANSWERED, PREFLIGHT } from './http/cross-origin';
import { cloudOutputs, type LocalOutputs } from './outputs';
import { startServices, stopServices, type Services } from './services';
import { answerWorkshop, WORKSHOP_PATH } from './workshop';

/** A cloud on this machine: the deployment's real functions and policies, in front of stand-ins for AWS's services. */
export interface LocalCloud {
  /** For example `http://127.0.0.1:40123`; every service is here. */
  readonly endpoint: string;
  /** What `amplify_outputs.json` would hold. */
  readonly outputs: LocalOutputs;
  readonly services: Services;
  readonly faults: Faults;
  /** How many preflights were asked. */
  readonly preflights: number;
  close(): Promise<void>;
}

function addressOf(server: Server): string {
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
}

async function serve(
  services: Services,
  message: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  const asked = await readAsked(message);
  if (asked.target.startsWith(WORKSHOP_PATH)) return answerWorkshop(services, asked, response);
  const { status, type, body, headers } = await answer(services, asked, gone.signal);
  response
    .writeHead(status, {
      ...ANSWERED,
      ...headers,
      'content-type': type,
      'x-amzn-requestid': randomUUID(),
      date: new Date(services.now()).toUTCString(),
    })
    .end(body);
}

/**
 * Starts the local cloud of a deployment on 127.0.0.1.
 *
 * @param port 0 for any free one.
 */
export async function startLocalCloud(
  deployment: CloudDeployment,
  port: number,
): Promise<LocalCloud> {
  const faults = noFaults();
  let preflights = 0;
  const server = createServer((message, response) => {
    if (message.method === 'OPTIONS') {
      preflights += 1;
      return void response.writeHead(200, PREFLIGHT).end();
    }
    serve(services, message, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const endpoint = addressOf(server);
  const services = await startServices(deployment, faults, () => endpoint);
  return {
    endpoint,
    outputs: cloudOutputs(deployment, endpoint),
    services,
    faults,
    get preflights() {
      return preflights;
    },
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
      await stopServices(services);
    },
  };
}
