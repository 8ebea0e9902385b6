import { OptionReader } from '../local/option-reader';

/** What `npm run soak` was asked to do. */
export interface SoakOptions {
  readonly help: boolean;
  readonly messages: number;
  /** Decides the faults and the ids of the events. */
  readonly seed: number;
  /** How many tabs listen to the queue. */
  readonly tabs: number;
  /** How often a tab that reads is crashed, closed or reloaded. */
  readonly kills: number;
  readonly faults: 'none' | 'some';
  /** Messages a second; null feeds as fast as they are taken. */
  readonly ratePerSecond: number | null;
  /** The longest that it runs. */
  readonly limitMinutes: number;
}

const OPTIONS = new OptionReader('npm run soak');

const FLAGS = {
  help: { type: 'boolean', short: 'h' },
  messages: { type: 'string' },
  seed: { type: 'string' },
  tabs: { type: 'string' },
  kills: { type: 'string' },
  faults: { type: 'string' },
  rate: { type: 'string' },
  minutes: { type: 'string' },
} as const;

const DEFAULTS = {
  messages: '20000',
  seed: '1',
  tabs: '2',
  kills: '4',
  faults: 'some',
  minutes: '60',
} as const;

function faultsNamed(name: string): SoakOptions['faults'] {
  if (name === 'none' || name === 'some') return name;
  return OPTIONS.refuse('--faults', `wants none or some, not "${name}"`);
}

/** @throws UsageError for an unknown option or a value out of range. */
export function soakOptions(args: readonly string[]): SoakOptions {
  const { values, positionals } = OPTIONS.parse(args, FLAGS);
  const [name] = positionals;
  if (name !== undefined) OPTIONS.refuse(`"${name}"`, 'is no option');
  const { messages, seed, tabs, kills, faults, minutes } = { ...DEFAULTS, ...values };
  return {
    help: values.help ?? false,
    messages: OPTIONS.whole('--messages', messages, 1, 5_000_000),
    seed: OPTIONS.whole('--seed', seed, 0, 2 ** 31),
    tabs: OPTIONS.whole('--tabs', tabs, 1, 4),
    kills: OPTIONS.whole('--kills', kills, 0, 100),
    faults: faultsNamed(faults),
    ratePerSecond:
      values.rate === undefined ? null : OPTIONS.number('--rate', values.rate, 1, 5_000),
    limitMinutes: OPTIONS.number('--minutes', minutes, 0.1, 24 * 60),
  };
}

export const HELP = `npm run soak [-- OPTIONS]

Sends messages through a queue on this machine to the page in a headless browser, does harm on the way, and
counts in the page's own journal what arrived. The last line of its output is JSON.

  --messages N     how many (${DEFAULTS.messages})
  --seed S         decides the faults (${DEFAULTS.seed})
  --tabs T         how many tabs listen (${DEFAULTS.tabs})
  --kills K        how often the tab that reads is crashed, closed or reloaded (${DEFAULTS.kills})
  --faults F       some or none (${DEFAULTS.faults})
  --rate R         messages a second; without it, as fast as they are taken
  --minutes M      the longest that it runs (${DEFAULTS.minutes})
  --help           print this
`;
