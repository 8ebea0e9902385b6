import { addressDigits } from './ip-address';
import { PatternError } from './pattern-error';

const RIGHT = 'Write for example "10.0.0.0/24" or "2001:db8::/32".';

/**
 * Compiles an IPv4 or IPv6 block such as `10.0.0.0/24`. An address is compared by its hexadecimal digits with the
 * first and the last of the block, as aws/event-ruler does.
 * @throws PatternError where it is none, and for /32 and /128, which EventBridge refuses
 */
export function compileCidr(block: string, path: string): (text: string) => boolean {
  const [base = '', length = '', ...more] = block.replace(/\/+$/, '').split('/');
  const digits = addressDigits(base);
  if (digits === null || more.length > 0 || !/^(?:\+?\d+|-0+)$/.test(length))
    throw new PatternError(path, 'is no CIDR block', RIGHT);
  const width = digits.length * 4;
  const prefix = Math.abs(Number(length));
  if (prefix >= width)
    throw new PatternError(
      path,
      `must leave at least one of the ${String(width)} bits open`,
      `Name a single address as a plain value: ["${base}"].`,
    );
  const [first, last] = bounds(digits, prefix, width);
  return (text) => {
    const address = addressDigits(text);
    return address !== null && address >= first && address <= last;
  };
}

/** The digits of a block's first and last address. */
function bounds(digits: string, prefix: number, width: number): [string, string] {
  const open = (1n << BigInt(width - prefix)) - 1n;
  const base = BigInt(`0x${digits}`);
  return [base & ~open, base | open].map((bits) =>
    bits.toString(16).toUpperCase().padStart(digits.length, '0'),
  ) as [string, string];
}
