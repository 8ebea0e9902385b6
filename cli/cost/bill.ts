import { PRICES, type Price, type PriceName } from './price-list';

/** How many units of each price are used in a month. */
export type Usage = Readonly<Partial<Record<PriceName, number>>>;

/** One line of a month's bill. */
export interface BillLine {
  readonly price: PriceName;
  readonly units: number;
  readonly usd: number;
}

const NAMES = Object.keys(PRICES) as PriceName[];

/**
 * A month's bill in US dollars. `free` says whether the free units of every month are still to be had: they are one
 * account's, and other work in it may have used them up.
 */
export function bill(usage: Usage, free: boolean): readonly BillLine[] {
  return NAMES.flatMap((name) => {
    const units = usage[name] ?? 0;
    const price: Price = PRICES[name];
    const paid = free ? Math.max(0, units - price.freePerMonth) : units;
    return units === 0 ? [] : [{ price: name, units, usd: (paid / price.per) * price.usd }];
  });
}

/** The sum of a bill, in US dollars. */
export function total(usage: Usage, free: boolean): number {
  return bill(usage, free).reduce((sum, { usd }) => sum + usd, 0);
}

/** Usages together. */
export function together(...usages: readonly Usage[]): Usage {
  const sums = NAMES.map((name) => [
    name,
    usages.reduce((sum, usage) => sum + (usage[name] ?? 0), 0),
  ]);
  return Object.fromEntries(sums.filter(([, units]) => units !== 0));
}

/** A usage so many times. */
export function times(count: number, usage: Usage): Usage {
  return Object.fromEntries(Object.entries(usage).map(([name, units]) => [name, units * count]));
}
