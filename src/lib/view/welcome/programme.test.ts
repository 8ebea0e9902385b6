import { describe, expect, it } from 'vitest';
import { fixtureLink } from '$lib/session/fixtures/fixture-link';
import { SCENARIOS } from '$lib/session/scenarios';
import { firstProgramme, invitation, isOpen, offersQueue, openWords } from './programme';

const session = (connection: 'demo' | 'live' | 'replay', title = 'Launch day') => ({
  link: fixtureLink(connection, 0),
  title,
});

describe('what is offered', () => {
  it('first is one’s own account, else the queue where there is one, else the first scenario', () => {
    const queue = firstProgramme({ localQueue: true, scenarios: SCENARIOS });
    const demo = firstProgramme({ localQueue: false, scenarios: SCENARIOS });
    expect([invitation(queue), invitation(demo)]).toEqual([
      'Listen to your queue',
      'Listen to the demo',
    ]);
    const own = firstProgramme({ localQueue: true, isMember: true, scenarios: SCENARIOS });
    expect(own).toEqual({ kind: 'account' });
    expect(invitation(own)).toBe('Listen to your account');
    expect(demo).toEqual({ kind: 'demo', scenario: 'calm-day' });
  });

  it('is the queue beside what is open, where that is something else', () => {
    for (const kind of ['queue', 'account'] as const) {
      expect(offersQueue({ kind }, session('demo'))).toBe(true);
      expect(offersQueue({ kind }, session('replay'))).toBe(true);
      expect(offersQueue({ kind }, session('live'))).toBe(false);
      expect(offersQueue({ kind }, null)).toBe(false);
    }
    expect(offersQueue({ kind: 'demo' }, session('demo'))).toBe(false);
  });

  it('marks the scenario that is open', () => {
    const open = SCENARIOS.filter((each) => isOpen(each, session('demo')));
    expect(open.map(({ name }) => name)).toEqual(['launch-day']);
    expect(SCENARIOS.some((each) => isOpen(each, session('live')))).toBe(false);
    expect(SCENARIOS.some((each) => isOpen(each, null))).toBe(false);
  });
});

describe('openWords', () => {
  it('says what the session does, and why it stopped', () => {
    const open = { title: 'A day', sound: 'playing', failure: null } as const;
    expect(openWords(open)).toBe('A day is playing.');
    const failure = { message: 'No sound module.', resolution: 'Reload.' };
    expect(openWords({ ...open, sound: 'paused', failure })).toBe(
      'A day has stopped. No sound module.',
    );
  });
});
