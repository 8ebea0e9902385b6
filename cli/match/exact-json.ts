/**
 * Parses JSON, and keeps apart the numbers that binary64 cannot hold: EventBridge compares those by their text. Each
 * stands as the symbol of its text, equal to the same text and to nothing else; matching takes it for a value that is
 * neither number nor text.
 *
 * @throws SyntaxError where the text is not JSON, RangeError where it nests too deep to be parsed
 */
export function parseExactly(text: string): unknown {
  return JSON.parse(text, keepInexact as (key: string, value: unknown) => unknown);
}

function keepInexact(_key: string, value: unknown, context: { readonly source?: string }): unknown {
  const { source } = context;
  if (typeof value !== 'number' || source === undefined) return value;
  return isExact(value, source) ? value : Symbol.for(source);
}

/** Whether a number's shortest text says the same as the text that it was read from. */
function isExact(value: number, source: string): boolean {
  return Number.isFinite(value) && decimal(source) === decimal(String(value));
}

/** A number's digits without zeros at either end, and the power of ten of the last of them. */
function decimal(text: string): string {
  const [mantissa = '', exponent = '0'] = text.toLowerCase().replace(/^-/, '').split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  const digits = `${whole}${fraction}`.replace(/^0+/, '');
  const significant = digits.replace(/0+$/, '');
  if (significant === '') return '0';
  return `${significant}e${String(Number(exponent) - fraction.length + digits.length - significant.length)}`;
}
