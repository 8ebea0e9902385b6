import { fileURLToPath } from 'node:url';
import { build, parseAst, type Rolldown } from 'vite';
import { describe, expect, it } from 'vitest';

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Whatever of a browser reaches a network. */
const REACHING =
  /^(?:fetch|importScripts|sendBeacon|XMLHttpRequest|WebSocket|WebSocketStream|EventSource|WebTransport|RTCPeerConnection|Request|Worker|SharedWorker|BroadcastChannel|ImportExpression)$/;

/** The script of the worker as the site has it. */
async function script(): Promise<string> {
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { $lib: file('../..') } },
    build: { write: false, rolldownOptions: { input: file('recording-worker.ts') } },
  })) as Rolldown.RolldownOutput;
  return built.output.map((part) => (part.type === 'chunk' ? part.code : '')).join('\n');
}

/** Every name in a script, its texts apart, and every kind of statement. */
function namesIn(code: string): Set<string> {
  const names = new Set<string>();
  const open: unknown[] = [parseAst(code)];
  while (open.length > 0) {
    const node = open.pop();
    if (typeof node !== 'object' || node === null) continue;
    const { type, name } = node as { type?: unknown; name?: unknown };
    if (typeof type === 'string') names.add(type);
    if (typeof name === 'string') names.add(name);
    open.push(...Object.values(node));
  }
  return names;
}

describe('the worker that reads files', () => {
  it('cannot reach a network', async () => {
    const names = namesIn(await script());
    expect(names).toContain('DecompressionStream');
    expect([...names].filter((name) => REACHING.test(name))).toEqual([]);
  });

  it('would be found out', () => {
    const names = namesIn('self.fetch("x"); new WebSocket("y"); import("z")');
    expect([...names].filter((name) => REACHING.test(name))).toHaveLength(3);
  });
});
