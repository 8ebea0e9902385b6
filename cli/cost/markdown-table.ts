/** A table in Markdown; numbers and money stand right. */
export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  right: readonly number[] = [],
): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, at) => (right.includes(at) ? '---:' : '---'));
  return [head, rule, ...rows].map(line).join('\n');
}

/** A count for people: 130,320. */
export function counted(units: number): string {
  return Math.round(units).toLocaleString('en-US');
}

/** Money for people: cents, and what is less than a cent in two figures; a dash for nothing. */
export function money(usd: number): string {
  if (usd === 0) return '–';
  if (usd >= 0.01)
    return `$${usd.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;
  return `$${usd.toPrecision(2)}`;
}
