import { describe, expect, it } from 'vitest';
import { wavFile } from './wav';

const file = wavFile([Float32Array.from([0, 1, -1]), Float32Array.from([0.5, 2, -2])], 48_000);
const view = new DataView(file.buffer);

function text(from: number, length: number): string {
  return new TextDecoder().decode(file.subarray(from, from + length));
}

describe('wavFile', () => {
  it('says what it is', () => {
    expect([text(0, 4), text(8, 4), text(12, 4), text(36, 4)]).toEqual([
      'RIFF',
      'WAVE',
      'fmt ',
      'data',
    ]);
    expect(view.getUint16(20, true)).toBe(1);
    expect(view.getUint16(22, true)).toBe(2);
    expect(view.getUint32(24, true)).toBe(48_000);
    expect(view.getUint32(28, true)).toBe(192_000);
    expect(view.getUint16(34, true)).toBe(16);
  });

  it('gives its sizes in bytes', () => {
    expect(file.length).toBe(44 + 12);
    expect(view.getUint32(4, true)).toBe(file.length - 8);
    expect(view.getUint32(40, true)).toBe(12);
  });

  it('interleaves the channels and clips what is too loud', () => {
    const samples = Array.from({ length: 6 }, (_, i) => view.getInt16(44 + 2 * i, true));
    expect(samples).toEqual([0, 16_384, 32_767, 32_767, -32_767, -32_767]);
  });

  it('makes a valid empty file', () => {
    expect(wavFile([new Float32Array(0)], 8000).length).toBe(44);
  });
});
