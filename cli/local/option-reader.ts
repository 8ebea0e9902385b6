import { parseArgs, type ParseArgsConfig } from 'node:util';
import { UsageError } from './usage-error';

type Flags = NonNullable<ParseArgsConfig['options']>;

const NEGATIVE = /^-[\d.]/;

/** Reads what follows a command's name, and refuses in one clear line what it does not know. */
export class OptionReader {
  readonly #resolution: string;

  /** @param command as it is typed: `npm start`. */
  constructor(command: string) {
    this.#resolution = `Run \`${command} -- --help\` to see the options.`;
  }

  /**
   * The values of the options, and the names between them. An option's value may be a negative number.
   *
   * @throws UsageError for an unknown option, a missing value, or a value where none belongs.
   */
  parse<F extends Flags>(args: readonly string[], options: F) {
    const joined = this.#withValues(args, options);
    try {
      return parseArgs({ args: joined, options, allowPositionals: true, strict: true });
    } catch (error) {
      const [sentence = ''] = String(error instanceof Error ? error.message : error).split(/\.\s/);
      const names = Object.keys(options).map((name) => `--${name}`);
      const unknown = sentence.startsWith('Unknown option');
      throw new UsageError(
        sentence,
        unknown ? `The options are ${names.join(', ')}.` : this.#resolution,
      );
    }
  }

  /** @throws UsageError for anything but a decimal number from `min` to `max`. */
  number(flag: string, text: string, min: number, max: number): number {
    const value = Number(text);
    if (text.trim() === '' || !Number.isFinite(value) || value < min || value > max)
      this.refuse(flag, `wants a number from ${min} to ${max}, not "${text}"`);
    return value;
  }

  /** @throws UsageError for anything but a whole number from `min` to `max`. */
  whole(flag: string, text: string, min: number, max: number): number {
    const value = this.number(flag, text, min, max);
    if (!Number.isInteger(value)) this.refuse(flag, `wants a whole number, not "${text}"`);
    return value;
  }

  refuse(flag: string, because: string): never {
    throw new UsageError(`${flag} ${because}`, this.#resolution);
  }

  /** Ties `--flag -1` together, which the parser would take for two options. */
  #withValues(args: readonly string[], options: Flags): string[] {
    const joined: string[] = [];
    for (let at = 0; at < args.length; at++) {
      const arg = args[at] ?? '';
      if (arg === '--') return [...joined, ...args.slice(at)];
      const value = args[at + 1];
      const wanted = isValued(arg, options);
      if (wanted && (value === undefined || /^-./.test(value)) && !NEGATIVE.test(value ?? ''))
        this.refuse(arg, 'wants a value after it');
      if (wanted) at++;
      joined.push(wanted ? `${arg}=${value}` : arg);
    }
    return joined;
  }
}

function isValued(arg: string, options: Flags): boolean {
  const name = arg.startsWith('--') ? arg.slice(2) : '';
  return Object.hasOwn(options, name) && options[name]?.type === 'string';
}
