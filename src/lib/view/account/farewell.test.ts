import { expect, it } from 'vitest';
import { checkFarewell } from './farewell';

it('takes the words alone for a yes', () => {
  expect(checkFarewell(' Delete  my account ')).toBeNull();
  for (const text of ['', 'delete', 'yes', 'delete my accounts', 'do not delete my account'])
    expect(checkFarewell(text)).toMatch(/Nothing is deleted/);
});
