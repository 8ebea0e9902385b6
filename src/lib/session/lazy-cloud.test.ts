import { fileURLToPath } from 'node:url';
import { build, type Rolldown } from 'vite';
import { describe, expect, it } from 'vitest';
import { cloudOutputs } from '../../../cli/site/cloud-outputs.js';
import { OUTPUTS } from '$lib/account/fixtures/fake-auth';
import type { AmplifyOutputs } from '$lib/account/outputs';

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** What belongs to accounts alone. */
const OF_ACCOUNTS = /node_modules\/(?:aws-amplify|@aws-amplify|@aws-sdk\/client-(?:lambda|sns))\//;

type Chunk = Rolldown.OutputChunk;

/** The pieces of what every page loads of the session's choice, and of the door to the accounts. */
async function pieces(outputs: AmplifyOutputs | null): Promise<readonly Chunk[]> {
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    plugins: [cloudOutputs(outputs)],
    resolve: { alias: { $lib: file('..'), $mappings: file('../../../mappings') } },
    build: {
      write: false,
      minify: false,
      rolldownOptions: {
        input: [file('cloud.ts'), file('programme.ts')],
        external: [/^\$app\//],
        preserveEntrySignatures: 'strict',
      },
    },
  })) as Rolldown.RolldownOutput;
  return built.output.filter((part) => part.type === 'chunk');
}

const ofAccounts = (chunks: readonly Chunk[]) =>
  chunks.flatMap(({ moduleIds }) => moduleIds.filter((id) => OF_ACCOUNTS.test(id)));

/** The pieces that come with the entries at once, and not when they are asked for. */
function atOnce(chunks: readonly Chunk[]): readonly Chunk[] {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const found = new Set(chunks.filter(({ isEntry }) => isEntry));
  for (const { imports } of found)
    for (const name of imports) {
      const chunk = byName.get(name);
      if (chunk) found.add(chunk);
    }
  return [...found];
}

// Two builds of the page's parts, Amplify's among them.
describe('what belongs to accounts', { timeout: 180_000 }, () => {
  it('is not in a site without a cloud at all', async () => {
    expect(ofAccounts(await pieces(null))).toEqual([]);
  });

  it('comes only when it is asked for, in a site with one', async () => {
    const chunks = await pieces(OUTPUTS);
    expect(ofAccounts(chunks)).not.toEqual([]);
    expect(ofAccounts(atOnce(chunks))).toEqual([]);
  });
});
