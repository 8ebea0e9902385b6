import { describe, expect, it } from 'vitest';
import { addressDigits, addressTest } from './ip-address';

describe('the digits of an address', () => {
  it.each([
    ['10.0.0.255', '0A0000FF'],
    ['010.0.00.1', '0A000001'],
    ['::', '0'.repeat(32)],
    ['2001:DB8::1', '20010DB8000000000000000000000001'],
    ['00001::', `0001${'0'.repeat(28)}`],
    ['::2:3:4:5:6:7:8', '00000002000300040005000600070008'],
    ['::ffff:a00:1', '0A000001'],
  ])('%s are %s', (text, digits) => expect(addressDigits(text)).toBe(digits));

  it.each([
    '',
    '10.0.0',
    '256.0.0.1',
    '0000000010.0.0.1',
    '10.0.0.1 ',
    ':',
    ':::',
    '1::2::3',
    '1:2:3:4:5:6:7:8:9',
    '1:2:3:4:5:6:7::8',
    ':1:2:3:4:5:6:7',
    '12345::',
    'g::1',
    '::ffff:10.0.0.1',
  ])('of %j are not to be had', (text) => expect(addressDigits(text)).toBeNull());
});

it('the same address is the same in any spelling', () => {
  expect(addressTest('::1')?.('0:0:0:0:0:0:0:1')).toBe(true);
  expect(addressTest('::1')?.('::2')).toBe(false);
  expect(addressTest('localhost')).toBeNull();
});
