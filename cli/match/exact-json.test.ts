import { expect, it } from 'vitest';
import { parseExactly } from './exact-json';

it.each(['0', '-0', '0.000', '1.50', '3e2', '3E+2', '1e-7', '0.1', '9007199254740992', '5e-324'])(
  'holds %s as a number',
  (text) => expect(parseExactly(text)).toBe(Number(text)),
);

it.each(['9007199254740993', '12345678901234567890', '0.10000000000000000001', '1e400', '1e-400'])(
  'keeps %s by its text',
  (text) => {
    expect(parseExactly(text)).toBe(Symbol.for(text));
    expect(parseExactly(`{"a": [${text}]}`)).toEqual({ a: [Symbol.for(text)] });
  },
);

it('leaves the digits of texts and names alone', () => {
  expect(parseExactly('{"1e400": "1e400"}')).toEqual({ '1e400': '1e400' });
});
