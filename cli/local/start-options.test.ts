import { describe, expect, it } from 'vitest';
import { DEFAULT_PORT, startOptions } from './start-options';
import { UsageError } from './usage-error';

describe('the options of npm start', () => {
  it('have defaults', () => {
    expect(startOptions([])).toEqual({
      help: false,
      replay: [],
      speed: 1,
      port: DEFAULT_PORT,
      ratePerSecond: null,
      seed: 1,
      quiet: false,
    });
  });

  it('take several files after --replay, named once or again', () => {
    const { replay, speed } = startOptions(['--replay', 'a', 'b', '--speed', '30', '--replay=c']);
    expect([...replay].sort()).toEqual(['a', 'b', 'c']);
    expect(speed).toBe(30);
  });

  it('take a rate, a seed and a port', () => {
    expect(startOptions(['--rate', '0', '--seed', '7', '--port', '0', '--quiet'])).toMatchObject({
      ratePerSecond: 0,
      seed: 7,
      port: 0,
      quiet: true,
    });
  });

  it.each([
    [['--bogus'], '--bogus'],
    [['file.json'], 'file.json'],
    [['--replay'], '--replay'],
    [['--port', 'x'], '--port'],
    [['--port', '70000'], '--port'],
    [['--port', '1.5'], '--port'],
    [['--rate', '-1'], '--rate'],
    [['--rate', ''], '--rate'],
    [['--speed', '2'], '--speed'],
    [['--replay', 'a', '--speed', '0'], '--speed'],
    [['--replay', 'a', '--rate', '2'], '--rate'],
    [['--replay', 'a', '--seed', '2'], '--seed'],
    [['--quiet=yes'], '--quiet'],
  ])('refuse %j and name what is wrong, in one line', (args, named) => {
    const refused = () => startOptions(args);
    expect(refused).toThrow(UsageError);
    expect(refused).toThrow(named);
    expect(refused).not.toThrow(/\n/);
  });
});
