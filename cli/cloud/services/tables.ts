import { Agent, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import type { Asked } from '../gate/asked';
import { forward, type Answered } from '../http/forward';

/** A table's definition, as `AWS::DynamoDB::Table` has it in a template. */
export type TableProperties = Readonly<Record<string, unknown>>;

/** A DynamoDB on this machine. Nothing here checks who asks: the gate stands before it. */
export interface Tables {
  ask(asked: Asked, signal: AbortSignal): Promise<Answered>;
  /** All that is in a table. */
  items(table: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
  close(): Promise<void>;
}

type Dynalite = (options: { createTableMs: number; deleteTableMs: number }) => Server;

/** What DynamoDB takes of a table's definition; the rest is for CloudFormation. */
const TAKEN = ['KeySchema', 'AttributeDefinitions', 'GlobalSecondaryIndexes'];

/** The emulator takes any signature, but wants one. */
const SIGNED =
  'AWS4-HMAC-SHA256 Credential=local/20260101/local/dynamodb/aws4_request, SignedHeaders=host, Signature=0';

function told(action: string, input: object): Asked {
  const headers = {
    'content-type': 'application/x-amz-json-1.0',
    'x-amz-target': `DynamoDB_20120810.${action}`,
    authorization: SIGNED,
    'x-amz-date': '20260101T000000Z',
  };
  return { method: 'POST', target: '/', headers, body: JSON.stringify(input) };
}

/** Starts a DynamoDB in memory with one table in it, on a free port of 127.0.0.1. */
export async function startTables(name: string, properties: TableProperties): Promise<Tables> {
  const dynalite = createRequire(import.meta.url)('dynalite') as Dynalite;
  const server = dynalite({ createTableMs: 0, deleteTableMs: 0 });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const agent = new Agent({ keepAlive: true });
  const ask = (asked: Asked, signal: AbortSignal) =>
    forward(asked, `http://127.0.0.1:${port}`, agent, signal);
  const own = async (action: string, input: object) => {
    const { status, body } = await ask(told(action, input), AbortSignal.timeout(10_000));
    if (status !== 200) throw new Error(`${action} of the local table failed: ${body}`);
    return JSON.parse(body) as { Items?: Readonly<Record<string, unknown>>[] };
  };
  const taken = Object.entries(properties).filter(([key]) => TAKEN.includes(key));
  const definition = { ...Object.fromEntries(taken), BillingMode: 'PAY_PER_REQUEST' };
  await own('CreateTable', { TableName: name, ...definition });
  return {
    ask,
    items: async (TableName) => (await own('Scan', { TableName })).Items ?? [],
    async close() {
      agent.destroy();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}
