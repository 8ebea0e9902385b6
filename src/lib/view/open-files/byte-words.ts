const UNITS = ['B', 'KB', 'MB', 'GB'];

/** An amount of bytes, in thousands: `812 B`, `4.2 MB`, `500 MB`. */
export function byteWords(bytes: number): string {
  const rounded = Number(bytes.toPrecision(3));
  const step = rounded < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(rounded) / 3));
  const value = bytes / 1000 ** step;
  return `${step > 0 && value < 9.95 ? value.toFixed(1) : Math.round(value)} ${UNITS[step]}`;
}
