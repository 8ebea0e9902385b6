import fc from 'fast-check';
import { gzipSync, zlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { unpack } from './unpack';

const KIB = 1_024;

function base64(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}
const utf8 = (text: string) => new TextEncoder().encode(text);

describe('unpacking', () => {
  it('gives back any text that was packed, however', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const bytes of [gzipSync(utf8(text)), zlibSync(utf8(text))])
          expect(unpack(base64(bytes), KIB * KIB)).toMatchObject({ text });
      }),
    );
  });

  it('gives back text that was only written in base64', () => {
    expect(unpack(btoa('hello'), KIB)).toMatchObject({ text: 'hello' });
  });

  it('stops a bomb soon after its bound', () => {
    const bomb = base64(gzipSync(new Uint8Array(16 * KIB * KIB)));
    const { spentBytes, ...found } = unpack(bomb, 64 * KIB);
    expect(found).toEqual({ reason: expect.stringMatching(/more than one message/) as string });
    expect(spentBytes).toBeLessThan(400 * KIB);
  });

  it('refuses text that is larger than its bound, and all when nothing is left', () => {
    expect(unpack(btoa('hello'), 4)).toHaveProperty('reason');
    expect(unpack(btoa(''), 0)).toHaveProperty('reason');
  });

  it('charges for every try', () => {
    for (const packed of [btoa('a'), '%%%', base64(gzipSync(utf8('a'))), base64(utf8('\x1f'))])
      expect(unpack(packed, KIB * KIB).spentBytes).toBeGreaterThanOrEqual(512);
  });

  it('says what is wrong, and never throws', () => {
    const whole = gzipSync(utf8('a'.repeat(500)));
    const cut = whole.slice(0, 15);
    cut[12] = 0xff;
    expect(unpack('not base64!', KIB)).toMatchObject({ reason: 'The data is not base64.' });
    expect(unpack(base64(cut), KIB)).toMatchObject({
      reason: 'The compressed data is cut off or damaged.',
    });
    fc.assert(
      fc.property(
        fc.uint8Array(),
        fc.constantFrom([0x1f, 0x8b], [0x78, 0x9c], []),
        (bytes, head) => {
          const found = unpack(base64(Uint8Array.from([...head, ...bytes])), KIB);
          expect('text' in found || found.reason !== '').toBe(true);
        },
      ),
    );
  });
});
