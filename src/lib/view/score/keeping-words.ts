import type { Listening } from '$lib/session/listening';
import { plural } from '../words/numeral';

/** Says what is not kept, or was kept and had to make room; null where all of it is kept. */
export function keepingWords({
  keeping,
  forgotten,
}: Pick<Listening, 'keeping' | 'forgotten'>): string | null {
  if (keeping === 'memory-only') return 'Not kept: this browser stores nothing here';
  return forgotten === 0 ? null : `${plural(forgotten, 'old message')} dropped to make room`;
}
