const IPV4 = /^\d+(?:\.\d+){3}$/;
const IPV6 = /^[\da-f:]*:[\da-f:]*$/i;
/** An IPv4 address written as IPv6: eighty zero bits and sixteen ones before it. */
const MAPPED = /^0{20}FFFF/;

/** An address as upper-case hexadecimal digits, 8 of IPv4 or 32 of IPv6; null for any other text. */
export function addressDigits(text: string): string | null {
  if (IPV4.test(text)) return ipv4(text);
  return IPV6.test(text) ? ipv6(text) : null;
}

/** Whether a text is the same address, however it is written; null where `wanted` is no address. */
export function addressTest(wanted: string): ((text: string) => boolean) | null {
  const digits = addressDigits(wanted);
  return digits === null ? null : (text) => addressDigits(text) === digits;
}

/** Four decimal numbers up to 255. Zeros in front mean nothing, in 15 characters at the most. */
function ipv4(text: string): string | null {
  const bytes = text.split('.').map(Number);
  if (text.length > 15 || bytes.some((byte) => byte > 255)) return null;
  return bytes.map((byte) => hex(byte, 2)).join('');
}

/** Eight groups, of which one run of zeros may be left out as `::`. */
function ipv6(text: string): string | null {
  const halves = text.split('::');
  const [head = [], tail = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const missing = 8 - head.length - tail.length;
  if (halves.length > 2 || (halves.length === 2 ? missing < 1 : missing !== 0)) return null;
  const groups = [...head, ...Array<string>(missing).fill('0'), ...tail];
  if (!groups.every((group) => /^0*[\da-f]{1,4}$/i.test(group))) return null;
  return groups
    .map((group) => hex(parseInt(group, 16), 4))
    .join('')
    .replace(MAPPED, '');
}

function hex(value: number, digits: number): string {
  return value.toString(16).toUpperCase().padStart(digits, '0');
}
