import { describe, expect, it } from 'vitest';
import { inSns, readingLine } from '../fixtures/reading-line';

const BUILD = 'arn:aws:codebuild:eu-north-1:210987654321:build/shop:1f2e';
const sentence = (status: string) =>
  `Build '${BUILD}' for build project 'shop' has reached the build status of '${status}'.`;

describe('a notice of a build in words', () => {
  it.each([
    ['FAILED', 'error'],
    ['SUCCEEDED', 'success'],
    ['STOPPED', 'warning'],
  ])('with %s is %s', (status, outcome) => {
    const line = `aws.codebuild | CodeBuild Build State Change | 210987654321 | eu-north-1 | ${BUILD} | shop | ${outcome} (detail.build-status)`;
    expect(readingLine(inSns(sentence(status)))).toBe(line);
    expect(readingLine(inSns(JSON.stringify(sentence(status))))).toBe(line);
  });
});
