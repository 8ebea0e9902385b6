import { describe, expect, it } from 'vitest';
import { sharedFilterPolicy } from './share-filter';

describe('the filter policy of a share', () => {
  it('is none where all is shared', () => {
    expect(sharedFilterPolicy({ sources: [], outcomes: [] })).toBeNull();
  });

  it('lets the heartbeats of the page pass, whatever it asks for', () => {
    expect(sharedFilterPolicy({ sources: ['aws.s3'], outcomes: ['error'] })).toEqual({
      source: ['aws.s3', 'aws-musical-event'],
      outcome: ['error', 'heartbeat'],
    });
    expect(sharedFilterPolicy({ sources: [], outcomes: ['error'] })).toEqual({
      outcome: ['error', 'heartbeat'],
    });
  });
});
