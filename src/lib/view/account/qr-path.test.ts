import { encode } from 'uqr';
import { expect, it } from 'vitest';
import { qrPath } from './qr-path';

/** The modules that a path fills, read back from its rectangles. */
function filled(path: string): string[] {
  return [...path.matchAll(/M(\d+) (\d+)h(\d+)v1h-(\d+)z/g)].flatMap(([, x, y, width, back]) => {
    expect(back).toBe(width);
    return Array.from({ length: Number(width) }, (_, step) => `${Number(x) + step},${y}`);
  });
}

it('joins what lies side by side', () => {
  expect(qrPath([[true, true, false, true], [false, false, false, false], [true]])).toBe(
    'M0 0h2v1h-2zM3 0h1v1h-1zM0 2h1v1h-1z',
  );
});

it('fills every dark module of a code once, and no other', () => {
  const { data } = encode('otpauth://totp/x?secret=JBSWY3DPEHPK3PXP', { border: 4 });
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`${x},${y}`] : [])));
  expect(filled(qrPath(data)).sort()).toEqual(dark.sort());
});
