import { expect, it } from 'vitest';
import { UsageError } from './usage-error';

it('a usage error is told in one line, and each of its details in one more', () => {
  expect(new UsageError('no such file', 'Check the path.').toldBy('npm start')).toBe(
    'npm start: no such file. Check the path.',
  );
  const many = new UsageError('two\nmistakes', 'Mend them.', ['a \u001b[31mis wrong', 'b\r\nis']);
  expect(many.toldBy('it')).toBe('it: two mistakes. Mend them.\n  a  [31mis wrong\n  b is');
});
