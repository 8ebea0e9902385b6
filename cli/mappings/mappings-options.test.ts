import { describe, expect, it } from 'vitest';
import { UsageError } from '../local/usage-error';
import { mappingsOptions } from './mappings-options';

describe('the arguments of npm run mappings', () => {
  it.each([
    [[], { help: false, folder: null, samples: null }],
    [['mine'], { help: false, folder: 'mine', samples: null }],
    [['--samples', 'a', 'b'], { help: false, folder: null, samples: ['a', 'b'] }],
    [['mine', '--samples', 'a'], { help: false, folder: 'mine', samples: ['a'] }],
    [['-h'], { help: true, folder: null, samples: null }],
  ])('%j', (args, options) => expect(mappingsOptions(args)).toEqual(options));

  it.each([[['a', 'b']], [['--samples']], [['mine', '--samples']], [['--loud']]])(
    '%j are refused',
    (args) => expect(() => mappingsOptions(args)).toThrow(UsageError),
  );
});
