const grouped = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

/** `4,218`. */
export function numeral(value: number): string {
  return grouped.format(value);
}

/** `1st`, `2nd`, `3rd`, `11th`. */
export function ordinal(value: number): string {
  const teens = value % 100 >= 11 && value % 100 <= 13;
  const ending = teens ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th');
  return `${numeral(value)}${ending}`;
}

/** `1 event`, `2 events`. */
export function plural(value: number, one: string, many = `${one}s`): string {
  return `${numeral(value)} ${value === 1 ? one : many}`;
}
