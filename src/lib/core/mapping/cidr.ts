import { PatternError } from './pattern-error';

interface Address {
  readonly bits: bigint;
  readonly width: 32 | 128;
}

/**
 * Compiles an IPv4 or IPv6 block such as `10.0.0.0/24`.
 * @throws PatternError where it is none
 */
export function compileCidr(block: string, path: string): (text: string) => boolean {
  const [base = '', length = '', ...more] = block.split('/');
  const network = parseAddress(base);
  const prefix = /^\d{1,3}$/.test(length) ? Number(length) : Infinity;
  if (network === null || more.length > 0 || prefix > network.width)
    throw new PatternError(
      path,
      'is no CIDR block',
      'Write for example 10.0.0.0/24 or 2001:db8::/32.',
    );
  const shift = BigInt(network.width - prefix);
  return (text) => {
    const address = parseAddress(text);
    return address?.width === network.width && address.bits >> shift === network.bits >> shift;
  };
}

function parseAddress(text: string): Address | null {
  return text.includes(':') ? parseIpv6(text) : parseIpv4(text);
}

function parseIpv4(text: string): Address | null {
  if (!/^\d{1,3}(?:\.\d{1,3}){3}$/.test(text)) return null;
  const bytes = text.split('.').map(Number);
  if (bytes.some((byte) => byte > 255)) return null;
  return { bits: bytes.reduce((bits, byte) => (bits << 8n) | BigInt(byte), 0n), width: 32 };
}

/** Eight groups of hexadecimal, of which one run of zeros may be left out as `::`. */
function parseIpv6(text: string): Address | null {
  const halves = text.split('::');
  if (halves.length > 2 || text.length > 39) return null;
  const [head = [], tail = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const missing = 8 - head.length - tail.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return null;
  const groups = [...head, ...Array<string>(missing).fill('0'), ...tail];
  if (!groups.every((group) => /^[\da-f]{1,4}$/i.test(group))) return null;
  return {
    bits: groups.reduce((bits, group) => (bits << 16n) | BigInt(`0x${group}`), 0n),
    width: 128,
  };
}
