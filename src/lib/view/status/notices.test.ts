import { describe, expect, it } from 'vitest';
import { FixtureListening } from '$lib/session/fixtures/fixture-listening.svelte';
import type { Scenario } from '$lib/session/fixtures/fixture-link';
import type { LostCause } from '$lib/session/listening';
import { deletionNotice } from './deletion-notice';
import type { Stand } from './notice';
import { noticeOf } from './notice-of';

/** What is told of a state as the page shows it. */
function told(scenario: Scenario, change: Partial<Stand> = {}, recording = false) {
  const listening = new FixtureListening({ scenario, recording });
  listening.close();
  return noticeOf(Object.assign(listening, change), Date.now());
}

describe('the words of the notices', () => {
  it('catching up: how many wait, what is heard of them, and the way to now', () => {
    expect(told('catching-up')).toMatchObject({
      title: 'Catching up',
      text: 'You hear what you missed condensed; errors and alarms are not condensed. 214 wait behind us.',
      action: 'skip-to-now',
      needsYou: false,
    });
  });

  it('skipping: what becomes of what is passed over, and nothing more to press', () => {
    expect(told('catching-up', { isSkipping: true })).toMatchObject({
      title: 'Skipping to now',
      text: 'What you missed is passed over: kept and counted, but not heard. 214 wait behind us.',
      action: null,
    });
  });

  it('following: why one tab reads, and the way to hear it here', () => {
    expect(told('following')).toMatchObject({
      title: 'Another tab is already playing',
      text: 'One tab reads the queue, or each would hear half of your events. This one follows along without sound.',
      action: 'play-here',
      sound: 'Silent here.',
    });
    expect(told('live', { soundIn: 'another-tab' })?.text).toBe(
      'This one reads the queue for both, and follows along without sound.',
    );
    expect(told('offline', { soundIn: 'another-tab' })).toMatchObject({
      title: 'We have lost the connection',
      sound: 'Silent here.',
    });
  });

  it('not deleted: that events are heard and come again, why, the code and the remedy', () => {
    expect(told('undeleted')).toEqual({
      title: 'Events stay in the queue',
      text: 'They are heard, but we cannot delete them: these credentials may read the queue, but not delete from it. They come again, and those we still know by their ids are not heard twice. Give them sqs:DeleteMessage on the queue.',
      code: 'AccessDenied',
      action: null,
      sound: 'Unchanged.',
      needsYou: true,
    });
  });

  it('not deleted, for every cause: another reason, and you are asked only where you can help', () => {
    const causes: readonly LostCause[] = [
      'denied',
      'credentials',
      'queue-missing',
      'clock-skew',
      'throttled',
      'unreachable',
      'offline',
    ];
    const notices = causes.map((cause) => {
      const listening = new FixtureListening({ scenario: 'live' });
      listening.close();
      const link = { ...listening.link, deletion: { cause, code: 'X' } };
      return deletionNotice(Object.assign(listening, { link }));
    });
    expect(new Set(notices.map((notice) => notice?.text)).size).toBe(causes.length);
    expect(notices.map((notice) => notice?.needsYou)).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  it('not kept, and making room', () => {
    expect(told('live', { keeping: 'memory-only' })).toMatchObject({
      title: 'What you hear is not kept',
      action: 'go-on-unkept',
      needsYou: false,
    });
    expect(told('live', { forgotten: 1200 })?.text).toBe(
      'This browser has no more room for the journal. 1,200 messages of the oldest sessions made room; what you hear now is kept.',
    );
  });

  it('the end of a recording: how much it was, and the way back', async () => {
    const listening = new FixtureListening({ scenario: 'replay', recording: true });
    listening.close();
    const player = listening.player;
    await player?.seek(player.duration);
    expect(noticeOf(listening, Date.now())).toMatchObject({
      title: 'The recording has ended',
      text: `That was ${player?.facts.events.toLocaleString('en')} events of 14 h. Go back in it, hear it again, or drop another file.`,
      action: 'hear-again',
    });
    expect(told('replay', {}, true)).toBeNull();
  });
});
