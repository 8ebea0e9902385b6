import { describe, expect, it } from 'vitest';
import { matchLine } from './match-line';

const line = (pattern: string, event: string) =>
  `{"id": "one", "pattern": ${pattern}, "event": ${event}}`;

describe('a line', () => {
  it.each([
    [line('{"a": [1]}', '{"a": 1}'), 'match'],
    [line('{"a": [1]}', '{"a": 2}'), 'no-match'],
    [line('{"a": [1]}', '[1]'), 'no-match'],
    [line('{"a": []}', '{"a": 2}'), 'invalid-pattern'],
    [line('"a"', '{}'), 'invalid-pattern'],
    [line('{"__proto__": [1]}', '{"__proto__": 1}'), 'match'],
    [line('{"toString": [{"exists": true}]}', '{}'), 'no-match'],
  ])('%s gives %s', (text, result) => {
    expect(matchLine(text)).toMatchObject({ id: 'one', result });
  });

  it('keeps the id, whatever it is', () => {
    expect(matchLine('{"id": [7], "pattern": {"a": [1]}, "event": {}}').id).toEqual([7]);
    expect(matchLine('{"pattern": {"a": [1]}, "event": {}}').id).toBeNull();
  });

  it('says what is wrong with a pattern, where, and what would be right', () => {
    expect(matchLine(line('{"a": [{"begins": "x"}]}', '{}')).reason).toMatch(
      /^a\[0\] has no operator called begins\. Use one of prefix/,
    );
  });

  it.each([
    ['nonsense', 'The line is not JSON.'],
    ['[1]', 'The line is not a JSON object.'],
    ['{"event": {}}', 'The line has no pattern.'],
    ['{"pattern": {"a": [1]}}', 'The line has no event.'],
    [
      `{"pattern": {}, "event": ${'['.repeat(2_000)}${']'.repeat(2_000)}}`,
      'The line is nested too deep.',
    ],
    [
      `{"pattern": {}, "event": ${'['.repeat(99_999)}${']'.repeat(99_999)}}`,
      'The line is nested too deep.',
    ],
  ])('%.40s asks nothing', (text, reason) => {
    expect(matchLine(text)).toMatchObject({ result: 'invalid-line', reason });
  });
});

describe('numbers that binary64 cannot hold', () => {
  it.each([
    ['[12345678901234567890]', '12345678901234567890', 'match'],
    ['[12345678901234567890]', '12345678901234567891', 'no-match'],
    ['[1e400]', '1e401', 'no-match'],
    ['[{"numeric": [">", 0]}]', '12345678901234567890', 'no-match'],
    ['[{"anything-but": 1}]', '12345678901234567890', 'match'],
    ['[{"exists": true}]', '1e400', 'match'],
    ['[{"numeric": ["=", 1.0000000000000000001]}]', '1', 'invalid-pattern'],
    ['[{"anything-but": 1e400}]', '1', 'invalid-pattern'],
  ])('%s of %s: %s', (expressions, value, result) => {
    expect(matchLine(line(`{"a": ${expressions}}`, `{"a": ${value}}`)).result).toBe(result);
  });
});
