import { describe, expect, it } from 'vitest';
import { HELP, renderOptions } from './render-options';

describe('the options of render', () => {
  it('have defaults', () => {
    expect(renderOptions(['a.jsonl'])).toEqual({
      help: false,
      files: ['a.jsonl'],
      mapping: null,
      seed: 1,
      speed: 1,
      maxGapSeconds: 10,
      score: null,
      midi: null,
      bodies: false,
    });
  });

  it('are read, files before and after them', () => {
    const args =
      '--seed 7 a.jsonl --speed 30 --max-gap 2.5 --score - --midi m.mid --bodies b.jsonl';
    expect(renderOptions(args.split(' '))).toMatchObject({
      files: ['a.jsonl', 'b.jsonl'],
      seed: 7,
      speed: 30,
      maxGapSeconds: 2.5,
      score: '-',
      midi: 'm.mid',
      bodies: true,
    });
  });

  it.each([
    [['--sped', '3', 'a'], /--sped/],
    [['--speed', '0', 'a'], /--speed wants a number/],
    [['--speed', 'fast', 'a'], /--speed wants a number/],
    [['--seed', '1.5', 'a'], /--seed wants a whole number/],
    [['--max-gap', '-1', 'a'], /^--max-gap wants a number from 0 to 86400, not "-1"$/],
    [['--max-gap=-1', 'a'], /^--max-gap wants a number from 0 to 86400, not "-1"$/],
    [['--wav', 'a.wav', 'a'], /^Unknown option '--wav'$/],
    [['--score', '-', '--midi', '-', 'a'], /^--midi - does not go with --score -/],
    [['--score'], /--score/],
    [[], /no file is named/],
  ])('are refused in one line when wrong: %j', (args, message) => {
    expect(() => renderOptions(args)).toThrow(message);
  });

  it('are all explained', () => {
    expect(renderOptions(['--help']).help).toBe(true);
    for (const flag of ['score', 'midi', 'mapping', 'seed', 'speed', 'max-gap', 'bodies'])
      expect(HELP).toContain(`--${flag}`);
  });
});
