import { describe, expect, it } from 'vitest';
import { NO_VALUE, resolve } from './intrinsics';
import type { Scope } from './intrinsics';

const scope: Scope = {
  ref: (name) => (name === 'AWS::NoValue' ? NO_VALUE : `<${name}>`),
  attribute: (id, name) => `<${id}/${name}>`,
  condition: (name) => name === 'Yes',
};

describe('resolve', () => {
  it.each<[string, unknown, unknown]>([
    ['a plain value', { a: [1, true, 'x', null] }, { a: [1, true, 'x', null] }],
    ['Ref', { Ref: 'A' }, '<A>'],
    ['GetAtt as a list', { 'Fn::GetAtt': ['A', 'Outputs.B'] }, '<A/Outputs.B>'],
    ['GetAtt as text', { 'Fn::GetAtt': 'A.Arn' }, '<A/Arn>'],
    ['Join', { 'Fn::Join': [':', ['a', { Ref: 'B' }, 3]] }, 'a:<B>:3'],
    ['Sub', { 'Fn::Sub': '${A}-${B.Arn}-${!C}' }, '<A>-<B/Arn>-${C}'],
    ['Sub with values', { 'Fn::Sub': ['${A}-${B}', { A: { Ref: 'X' } }] }, '<X>-<B>'],
    ['Select of Split', { 'Fn::Select': [1, { 'Fn::Split': ['.', 'a.b.c'] }] }, 'b'],
    ['If', [{ 'Fn::If': ['Yes', 'a', 'b'] }, { 'Fn::If': ['No', 'a', 'b'] }], ['a', 'b']],
    ['Equals', { 'Fn::Equals': [{ Ref: 'A' }, '<A>'] }, true],
    ['And', { 'Fn::And': [{ Condition: 'Yes' }, { Condition: 'No' }] }, false],
    ['Or', { 'Fn::Or': [{ Condition: 'Yes' }, { Condition: 'No' }] }, true],
    ['Not', { 'Fn::Not': [{ Condition: 'No' }] }, true],
    ['no value', { a: { Ref: 'AWS::NoValue' }, b: [{ Ref: 'AWS::NoValue' }, 1] }, { b: [1] }],
    [
      "a statement's condition",
      { Condition: { Bool: { a: 'b' } } },
      { Condition: { Bool: { a: 'b' } } },
    ],
  ])('carries out %s', (_, value, expected) => {
    expect(resolve(value, scope)).toEqual(expected);
  });

  it.each([
    ['an unknown function', { 'Fn::ImportValue': 'x' }],
    ['a join of what is no text', { 'Fn::Join': ['', [{ a: 1 }]] }],
    ['an index that is not there', { 'Fn::Select': [3, ['a']] }],
  ])('refuses %s', (_, value) => {
    expect(() => resolve(value, scope)).toThrowError(
      expect.objectContaining({ name: 'PolicyNotUnderstood' }),
    );
  });
});
