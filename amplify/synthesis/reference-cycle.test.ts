import { describe, expect, it } from 'vitest';
import { referenceCycle, referencesOf } from './reference-cycle';

const of = (Properties: Record<string, unknown>) => ({ Type: 'AWS::X::Y', Properties });

describe('a cycle in a template', () => {
  it.each([
    ['Ref', { Ref: 'B' }, { Ref: 'A' }],
    ['GetAtt', { 'Fn::GetAtt': ['B', 'Arn'] }, { 'Fn::GetAtt': 'A.Arn' }],
    ['Sub', { 'Fn::Sub': 'x-${B}' }, { 'Fn::Sub': ['${A.Arn}-${v}', { v: 1 }] }],
    ['deep inside', { a: [{ b: { Ref: 'B' } }] }, { 'Fn::Join': ['', [{ Ref: 'A' }]] }],
  ])('is found by %s', (_kind, first, second) => {
    const Resources = { A: of({ p: first }), B: of({ p: second }) };
    expect(referenceCycle({ Resources })).toEqual(['A', 'B', 'A']);
  });

  it('is found by DependsOn, over several, and away from the beginning', () => {
    const Resources = {
      Start: of({ p: { Ref: 'A' } }),
      A: of({ p: { Ref: 'B' } }),
      B: { Type: 'T', DependsOn: ['C'] },
      C: { Type: 'T', DependsOn: 'A' },
    };
    expect(referenceCycle({ Resources })).toEqual(['A', 'B', 'C', 'A']);
  });

  it('is not seen in what meets twice, nor in parameters and pseudo parameters', () => {
    const Resources = {
      A: of({ p: [{ Ref: 'B' }, { Ref: 'C' }, { Ref: 'AWS::Region' }] }),
      B: of({ p: { Ref: 'D' } }),
      C: of({ p: [{ Ref: 'D' }, { 'Fn::Sub': '${AWS::StackId}' }] }),
      D: of({}),
    };
    expect(referenceCycle({ Resources })).toBeNull();
    expect(referencesOf(Resources.A, new Set(Object.keys(Resources)))).toEqual(new Set(['B', 'C']));
  });
});
