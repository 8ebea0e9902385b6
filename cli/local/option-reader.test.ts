import { describe, expect, it } from 'vitest';
import { OptionReader } from './option-reader';
import { UsageError } from './usage-error';

const FLAGS = {
  size: { type: 'string' },
  file: { type: 'string', multiple: true },
  loud: { type: 'boolean' },
} as const;
const reader = new OptionReader('npm run it');

function refusal(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof UsageError) return error.toldBy('it');
  }
  return 'not refused';
}

describe('an option reader', () => {
  it.each([
    ['--size -1', '-1'],
    ['--size=-1', '-1'],
    ['--size -.5', '-.5'],
    ['--size -', '-'],
    ['--size=', ''],
  ])('%s gives the value %j', (line, size) => {
    const { values, positionals } = reader.parse([...line.split(' '), 'name', '--loud'], FLAGS);
    expect(values).toEqual({ size, loud: true });
    expect(positionals).toEqual(['name']);
  });

  it('leaves what follows -- as it is', () => {
    const { values, positionals } = reader.parse(['--file', 'a', '--', '--size', '-1'], FLAGS);
    expect(values).toEqual({ file: ['a'] });
    expect(positionals).toEqual(['--size', '-1']);
  });

  it.each([
    ['--wav x', "it: Unknown option '--wav'. The options are --size, --file, --loud."],
    ['-x', "it: Unknown option '-x'. The options are --size, --file, --loud."],
    ['--constructor a', "it: Unknown option '--constructor'. The options are"],
    ['--size', 'it: --size wants a value after it. Run `npm run it -- --help`'],
    ['--size --loud', 'it: --size wants a value after it. Run'],
    ['--loud=yes', "it: Option '--loud' does not take an argument. Run"],
  ])('refuses %s in one line', (line, told) => {
    const said = refusal(() => reader.parse(line.split(' '), FLAGS));
    expect(said).toContain(told);
    expect(said).not.toContain('\n');
  });

  it.each(['', ' ', 'x', '-1', '11', 'NaN', 'Infinity', '1,5'])(
    'takes %j for no number',
    (text) => {
      expect(refusal(() => reader.number('--size', text, 0, 10))).toContain(
        `--size wants a number from 0 to 10, not "${text}"`,
      );
    },
  );

  it('tells whole numbers from others', () => {
    expect(reader.whole('--size', '7', 0, 10)).toBe(7);
    expect(reader.number('--size', '7.5', 0, 10)).toBe(7.5);
    expect(refusal(() => reader.whole('--size', '7.5', 0, 10))).toContain('wants a whole number');
  });
});
