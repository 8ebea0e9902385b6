import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holds } from './condition';
import { ask } from './fixtures/requests';
import type { ContextValues } from './request';
import { RequestContext } from './request-context';

const check = (
  operator: string,
  values: readonly string[],
  context: ContextValues = {},
  key = 'k',
) => holds({ operator, key, values }, new RequestContext(ask({}, context)));

const TOPIC = 'arn:aws:sns:eu-west-1:111122223333:feed';

describe('one value', () => {
  it.each([
    ['StringEquals', ['a', 'b'], 'b', true],
    ['StringEquals', ['a*'], 'ab', false],
    ['StringEquals', ['A'], 'a', false],
    ['StringEqualsIgnoreCase', ['A'], 'a', true],
    ['StringLike', ['a*c'], 'abbc', true],
    ['StringLike', ['a?c'], 'abbc', false],
    ['StringLike', ['a.c'], 'abc', false],
    ['StringNotEquals', ['a', 'b'], 'b', false],
    ['StringNotEquals', ['a', 'b'], 'c', true],
    ['StringNotEqualsIgnoreCase', ['A'], 'a', false],
    ['StringNotLike', ['a*'], 'ab', false],
    ['ArnEquals', [TOPIC], TOPIC, true],
    ['ArnEquals', ['arn:aws:sns:*:*:feed'], TOPIC, true],
    ['ArnLike', ['arn:aws:sns:eu*:feed:*:x'], TOPIC, false],
    ['ArnLike', ['arn:aws:sns:eu-west-1:111122223333:f??d'], TOPIC, true],
    ['ArnLike', ['arn:aws:sns:*:*:*'], 'not an ARN', false],
    ['ArnNotLike', ['arn:aws:sns:*:*:feed'], TOPIC, false],
    ['ArnNotEquals', ['arn:aws:sns:*:*:other'], TOPIC, true],
    ['Bool', ['false'], 'False', true],
    ['Bool', ['true'], 'false', false],
    ['NumericLessThan', ['10'], '9', true],
    ['NumericLessThanEquals', ['10'], '10', true],
    ['NumericGreaterThan', ['10'], '10', false],
    ['NumericGreaterThanEquals', ['10'], '10', true],
    ['NumericEquals', ['10'], '10.0', true],
    ['NumericNotEquals', ['10'], '11', true],
    ['NumericEquals', ['10'], 'ten', false],
    ['DateLessThan', ['2026-01-01T00:00:00Z'], '2025-12-31T23:59:59Z', true],
    ['DateGreaterThan', ['1767225600'], '2026-01-01T00:00:01Z', true],
    ['DateEquals', ['2026-01-01T00:00:00Z'], '1767225600', true],
    ['DateNotEquals', ['2026-01-01T00:00:00Z'], '1767225600', false],
    ['IpAddress', ['10.0.0.0/8'], '10.9.8.7', true],
    ['IpAddress', ['10.0.0.0/8', '2001:db8::/32'], '2001:db8::1', true],
    ['IpAddress', ['10.0.0.1'], '10.0.0.2', false],
    ['IpAddress', ['10.0.0.0/8'], 'nowhere', false],
    ['NotIpAddress', ['10.0.0.0/8'], '11.0.0.1', true],
  ])('%s %j of "%s" is %s', (operator, values, value, expected) => {
    expect(check(operator, values, { k: value })).toBe(expected);
  });

  it('names of keys ignore case', () => {
    expect(check('StringEquals', ['a'], { 'AWS:sourcearn': 'a' }, 'aws:SourceArn')).toBe(true);
  });

  it('values may hold variables; one without a value makes the condition fail', () => {
    const context = { k: 'x', 'aws:SourceAccount': 'x' };
    expect(check('StringEquals', ['${aws:SourceAccount}'], context)).toBe(true);
    expect(check('StringEquals', ['${aws:SourceArn}'], context)).toBe(false);
    expect(check('StringNotEquals', ['${aws:SourceArn}'], context)).toBe(false);
    expect(
      check('StringLike', ['${aws:SourceAccount}'], { k: 'ab', 'aws:SourceAccount': 'a*' }),
    ).toBe(false);
  });
});

describe('an absent key', () => {
  it.each([
    ['StringEquals', false],
    ['ArnLike', false],
    ['Bool', false],
    ['NumericLessThan', false],
    ['StringNotEquals', true],
    ['ArnNotLike', true],
    ['NotIpAddress', true],
    ['StringEqualsIfExists', true],
    ['BoolIfExists', true],
    ['ForAllValues:StringEquals', true],
    ['ForAnyValue:StringEquals', false],
    ['ForAnyValue:StringNotEquals', false],
    ['ForAnyValue:StringNotEqualsIfExists', false],
  ])('%s is %s', (operator, expected) => {
    expect(check(operator, ['true'])).toBe(expected);
  });

  it('Null tells absent from present', () => {
    expect(check('Null', ['true'])).toBe(true);
    expect(check('Null', ['false'])).toBe(false);
    expect(check('Null', ['true'], { k: 'x' })).toBe(false);
    expect(check('Null', ['false'], { k: 'x' })).toBe(true);
  });

  it('IfExists compares a key that is there', () => {
    expect(check('StringEqualsIfExists', ['a'], { k: 'b' })).toBe(false);
  });
});

describe('several values', () => {
  const listOf = fc.array(fc.constantFrom<string>('a', 'b', 'c', 'd'), {
    minLength: 1,
    maxLength: 4,
  });

  it('ForAllValues and ForAnyValue say of lists what their names say', () => {
    fc.assert(
      fc.property(listOf, listOf, (found, wanted) => {
        const context = { k: found };
        const inside = (value: string) => wanted.includes(value);
        expect(check('ForAllValues:StringEquals', wanted, context)).toBe(found.every(inside));
        expect(check('ForAnyValue:StringEquals', wanted, context)).toBe(found.some(inside));
        expect(check('ForAllValues:StringNotEquals', wanted, context)).toBe(!found.some(inside));
        expect(check('ForAnyValue:StringNotEquals', wanted, context)).toBe(!found.every(inside));
      }),
    );
  });

  it('a negated operator is the contrary of the plain one for any single value', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string(), { minLength: 1 }), (value, list) => {
        const wanted = list.map((text) => text.replaceAll('$', ''));
        for (const [plain, negated] of [
          ['StringEquals', 'StringNotEquals'],
          ['StringLike', 'StringNotLike'],
          ['StringEqualsIgnoreCase', 'StringNotEqualsIgnoreCase'],
        ] as const) {
          expect(check(plain, wanted, { k: value })).not.toBe(check(negated, wanted, { k: value }));
        }
      }),
    );
  });

  it('are refused where the operator takes one', () => {
    expect(() => check('StringEquals', ['a'], { k: ['a', 'b'] })).toThrowError('several values');
  });
});

describe('what is not known', () => {
  it.each([
    ['StringMatches', ['a'], 'a'],
    ['BinaryEquals', ['a'], 'a'],
    ['ForSomeValues:StringEquals', ['a'], 'a'],
    ['NullIfExists', ['true'], 'a'],
    ['Null', ['maybe'], 'a'],
    ['Bool', ['yes'], 'true'],
    ['NumericEquals', ['ten'], '10'],
    ['DateEquals', ['soon'], '10'],
    ['IpAddress', ['everywhere'], '10.0.0.1'],
    ['IpAddress', ['10.0.0.0/33'], '10.0.0.1'],
    ['ArnLike', ['*'], TOPIC],
    ['StringEquals', ['${}'], 'a'],
  ])('%s %j is refused', (operator, values, value) => {
    expect(() => check(operator, values, { k: value })).toThrowError(
      expect.objectContaining({ name: 'PolicyNotUnderstood' }),
    );
  });
});
