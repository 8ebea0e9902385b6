import { describe, expect, it } from 'vitest';
import { UsageError } from '../local/usage-error';
import { HELP, soakOptions } from './soak-options';

describe('the options of npm run soak', () => {
  it('have defaults', () => {
    expect(soakOptions([])).toEqual({
      help: false,
      messages: 20_000,
      seed: 1,
      tabs: 2,
      kills: 4,
      faults: 'some',
      ratePerSecond: null,
      limitMinutes: 60,
    });
  });

  it('are read', () => {
    const args = ['--messages', '500', '--seed=9', '--tabs', '1', '--kills', '0'];
    expect(soakOptions([...args, '--faults', 'none', '--rate', '50'])).toMatchObject({
      messages: 500,
      seed: 9,
      tabs: 1,
      kills: 0,
      faults: 'none',
      ratePerSecond: 50,
    });
  });

  it.each([
    [['--messages', '0'], '--messages wants a number from 1 to 5000000, not "0"'],
    [['--messages', '1.5'], '--messages wants a whole number, not "1.5"'],
    [['--seed', 'x'], '--seed wants a number from 0 to 2147483648, not "x"'],
    [['--faults', 'many'], '--faults wants none or some, not "many"'],
    [['--messages'], '--messages wants a value after it'],
    [['--loud'], "Unknown option '--loud'"],
    [['100'], '"100" is no option'],
  ])('refuse %j', (args, message) => {
    expect(() => soakOptions(args)).toThrow(UsageError);
    expect(() => soakOptions(args)).toThrow(message);
  });

  it('are all told by the help', () => {
    for (const flag of ['messages', 'seed', 'tabs', 'kills', 'faults', 'rate', 'minutes', 'help'])
      expect(HELP).toContain(`--${flag}`);
  });
});
