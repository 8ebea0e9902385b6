import { describe, expect, it } from 'vitest';
import { playScenario } from '../../src/lib/source/demo/play-scenario';
import { DEFAULT_PORT, HELP, seedAt, startOptions } from './start-options';
import { UsageError } from './usage-error';

describe('the options of npm start', () => {
  it('have defaults', () => {
    expect(startOptions([], 5)).toEqual({
      help: false,
      replay: [],
      speed: 1,
      port: DEFAULT_PORT,
      ratePerSecond: null,
      seed: 5,
      quiet: false,
    });
  });

  it('take several files after --replay, named once or again', () => {
    const { replay, speed } = startOptions(
      ['--replay', 'a', 'b', '--speed', '30', '--replay=c'],
      5,
    );
    expect([...replay].sort()).toEqual(['a', 'b', 'c']);
    expect(speed).toBe(30);
  });

  it('take a rate, a seed and a port', () => {
    expect(startOptions(['--rate', '0', '--seed', '7', '--port', '0', '--quiet'], 5)).toMatchObject(
      {
        ratePerSecond: 0,
        seed: 7,
        port: 0,
        quiet: true,
      },
    );
  });

  it.each([
    [['--bogus'], '--bogus'],
    [['file.json'], 'file.json'],
    [['--replay'], '--replay'],
    [['--port', 'x'], '--port'],
    [['--port', '70000'], '--port'],
    [['--port', '1.5'], '--port'],
    [['--rate', '-1'], '--rate wants a number from 0 to 1000, not "-1"'],
    [['--rate=-1'], '--rate wants a number from 0 to 1000, not "-1"'],
    [['--seed', '-1'], '--seed wants a number'],
    [['--rate', ''], '--rate'],
    [['--speed', '2'], '--speed'],
    [['--replay', 'a', '--speed', '0'], '--speed'],
    [['--replay', 'a', '--rate', '2'], '--rate'],
    [['--replay', 'a', '--seed', '2'], '--seed'],
    [['--quiet=yes'], '--quiet'],
  ])('refuse %j and name what is wrong, in one line', (args, named) => {
    const refused = () => startOptions(args, 5);
    expect(refused).toThrow(UsageError);
    expect(refused).toThrow(named);
    expect(refused).not.toThrow(/\n/);
  });

  it('are explained, with the files that a replay takes', () => {
    for (const kind of ['EventBridge', 'CloudTrail', 'event history', 'CSV', '.gz'])
      expect(HELP).toContain(kind);
  });
});

describe('the seed of a start', () => {
  it('is another at each second, stays in range, and gives other event ids', () => {
    const time = Date.UTC(2026, 0, 5);
    const seeds = [seedAt(time), seedAt(time + 1_000)];
    expect(seedAt(time + 999)).toBe(seeds[0]);
    expect(seeds[1]).not.toBe(seeds[0]);
    expect(() => startOptions(['--seed', String(seedAt(Date.UTC(2200, 0, 1)))], 5)).not.toThrow();
    const [first, second] = seeds.map(
      (seed) =>
        new Set(
          [...playScenario('launch-day', seed, time)].map(
            ({ body }) => JSON.parse(body).id as string,
          ),
        ),
    );
    expect(first?.size).toBeGreaterThan(500);
    expect([...(first ?? [])].filter((id) => second?.has(id))).toEqual([]);
  });
});
