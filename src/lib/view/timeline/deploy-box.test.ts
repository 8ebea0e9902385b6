import { describe, expect, it } from 'vitest';
import { deployBox, deployKind } from './deploy-box';

/** Ten pixels a letter. */
const measure = (text: string) => text.length * 10;

describe('deployBox', () => {
  const words = { strong: 'Build', dim: 'nightly-tests' };

  it('is as wide as its words', () => {
    expect(deployBox(100, 900, words, measure)).toEqual({ x: 100, left: 91.5, right: 301, words });
  });

  it('cuts its words with an ellipsis and ends before its limit', () => {
    const box = deployBox(100, 250, words, measure);
    expect(box.words?.dim).toBe('nightl…');
    expect(box.right).toBeLessThanOrEqual(250);
  });

  it('keeps the triangle alone where no word fits', () => {
    expect(deployBox(100, 200, words, measure)).toMatchObject({ words: null, right: 108.5 });
  });
});

describe('deployKind', () => {
  it('tells builds and pipelines from deploys', () => {
    expect(['aws.codebuild', 'aws.codepipeline', 'aws.codedeploy'].map(deployKind)).toEqual([
      'Build',
      'Pipeline',
      'Deploy',
    ]);
    expect(deployKind('constructor')).toBe('Deploy');
  });
});
