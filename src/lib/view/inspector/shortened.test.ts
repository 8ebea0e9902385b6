import { describe, expect, it } from 'vitest';
import { shortened } from './shortened';

describe('shortened', () => {
  it('leaves alone what is short enough', () => {
    expect(shortened('aws.s3', 6)).toBe('aws.s3');
    expect(shortened('🌧🌧🌧', 3)).toBe('🌧🌧🌧');
  });

  it('cuts between letters', () => {
    expect(shortened('aws.lambda', 6)).toBe('aws.la…');
    expect(shortened('🌧🌧🌧🌧', 3)).toBe('🌧🌧🌧…');
    expect(shortened('x'.repeat(20_000), 80)).toHaveLength(81);
  });
});
