import { describe, expect, it } from 'vitest';
import { fixtureShare, fixtureShares } from './fixtures/fixture-sharing.svelte';
import {
  filterWords,
  listenersWords,
  listenerWords,
  shareState,
  shareStateWords,
} from './share-words';

const NOW = new Date(2026, 10, 21, 18, 0).getTime();

describe('a share', () => {
  it('is open, full, expired or revoked', () => {
    expect(fixtureShares(NOW).map((share) => shareState(share, NOW))).toEqual([
      'open',
      'full',
      'expired',
      'revoked',
    ]);
  });

  it('expires at its moment, and stays revoked after it', () => {
    const share = fixtureShare(NOW);
    expect(shareState(share, share.expiresAt - 1)).toBe('open');
    expect(shareState(share, share.expiresAt)).toBe('expired');
    expect(shareState({ ...share, revokedAt: NOW }, share.expiresAt)).toBe('revoked');
  });

  it('says until when, in words and by the clock', () => {
    expect(fixtureShares(NOW).map((share) => shareStateWords(share, NOW))).toEqual([
      'Open, expires in 7 d (28 Nov, 18:00)',
      'Full, expires in 7 d (28 Nov, 18:00)',
      'Expired 21 Nov, 16:00',
      'Revoked 21 Nov, 17:00',
    ]);
  });

  it('says who listens, and what they hear', () => {
    const [team, kitchen] = fixtureShares(NOW);
    expect(team && listenersWords(team)).toBe('2 of 10 listeners');
    expect(kitchen && listenersWords(kitchen)).toBe('1 of 1 listener');
    expect(team?.listeners[0] && listenerWords(team.listeners[0], NOW)).toBe(
      'since 21 Nov, 15:00, last there 12 min ago',
    );
    expect(team && filterWords(team.filter)).toBe('everything');
    expect(kitchen && filterWords(kitchen.filter)).toBe(
      'only warning, error, from aws.ec2, aws.lambda',
    );
  });
});
