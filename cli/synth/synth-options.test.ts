import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../local/usage-error';
import { synthOptions } from './synth-options';

describe('the options of npm run synth', () => {
  it('take a folder', () => {
    expect(synthOptions(['--out', 'x/y'])).toEqual({ help: false, out: resolve('x/y') });
  });

  it('ask for nothing else when help is asked for', () => {
    expect(synthOptions(['--help'])).toEqual({ help: true });
  });

  it.each([[[]], [['--out']], [['--out', '']], [['somewhere']], [['--to', 'x']]])(
    'refuse %j',
    (args) => {
      expect(() => synthOptions(args)).toThrow(UsageError);
    },
  );
});
