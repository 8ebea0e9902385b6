import { fileURLToPath } from 'node:url';
import { build, type Rolldown } from 'vite';
import { describe, expect, it } from 'vitest';

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url));

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

describe('the worker that reads files', () => {
  it('cannot reach a network', async () => {
    const code = await script();
    expect(code).toContain('DecompressionStream');
    expect(code).not.toMatch(
      /\b(?:fetch|importScripts|sendBeacon|import)\s*\(|\b(?:XMLHttpRequest|WebSocket|EventSource|WebTransport|RTCPeerConnection|sendBeacon)\b/,
    );
  });
});
