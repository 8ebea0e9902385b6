import type { Interrupt, News } from '$lib/core/mapping/cue';
import type { Disposition } from '$lib/core/score/score';
import type { Shape } from '$lib/core/timeline/mark';

const OF_SHAPE: Readonly<Record<Shape, string>> = {
  circle: 'routine',
  triangle: 'good news',
  diamond: 'bad news, can wait',
  cross: 'bad news',
};

const OF_INTERRUPT: Readonly<Record<Interrupt, string>> = {
  'not-at-all': 'may not interrupt',
  'a-little': 'may interrupt a little',
  some: 'may interrupt',
  fully: 'may interrupt fully',
};

const OF_DISPOSITION: Readonly<Record<Disposition, string>> = {
  played: 'played',
  aggregated: 'in a shared note',
  suppressed: 'suppressed',
  muted: 'muted',
  duplicate: 'duplicate',
  unreadable: 'unreadable',
};

/** What a mark's shape says. */
export function shapeWords(shape: Shape): string {
  return OF_SHAPE[shape];
}

/** What a rule answered: "bad news, may interrupt fully". */
export function ruleWords(news: News, interrupt: Interrupt): string {
  return `${news === 'neutral' ? 'neutral' : `${news} news`}, ${OF_INTERRUPT[interrupt]}`;
}

/** What became of an event. */
export function dispositionWords(disposition: Disposition): string {
  return OF_DISPOSITION[disposition];
}
