import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FixtureListening } from '$lib/session/fixtures/fixture-listening.svelte';
import { Desk } from './desk.svelte';

let listening: FixtureListening;
let desk: Desk;

beforeEach(() => {
  listening = new FixtureListening({ scenario: 'unreachable' });
  desk = new Desk(listening);
});
afterEach(() => listening.close());

describe('Desk', () => {
  it('listens and pauses', () => {
    desk.toggle();
    expect(listening.sound).toBe('paused');
    desk.toggle();
    expect(listening.sound).toBe('playing');
  });

  it('mutes and solos the lane that is looked at', () => {
    desk.view.lane = 'storage';
    desk.muteLane();
    desk.soloLane();
    const lane = listening.lanes.find(({ family }) => family === 'storage');
    expect(lane).toMatchObject({ muted: true, soloed: true });
  });

  it('says what a key did', () => {
    const said = (act: () => void) => {
      act();
      return desk.announcer.polite;
    };
    desk.view.lane = 'compute';
    expect(said(() => desk.muteLane())).toBe('Compute muted');
    expect(said(() => desk.muteLane())).toBe('Compute no longer muted');
    expect(said(() => desk.soloLane())).toBe('Compute in solo');
    expect(said(() => desk.soloLane())).toBe('Compute no longer in solo');
    expect(said(() => desk.turnQuietMode())).toBe('Quiet mode on');
    expect(said(() => desk.turnQuietMode())).toBe('Quiet mode off');
    expect(said(() => desk.stepSpan(1))).toBe('15 min shown');
    expect(said(() => desk.stepSpan(-1))).toBe('3 min shown');
  });

  it('closes what stands in front, one at a time', () => {
    desk.view.select(listening.marks.at(0));
    desk.railOpen = true;
    desk.view.heldAt = 10;
    desk.dialog = 'help';
    const state = () => [
      desk.dialog,
      desk.view.selection !== null,
      desk.railOpen,
      desk.view.heldAt,
    ];
    desk.closeFront();
    expect(state()).toEqual([null, true, true, 10]);
    desk.closeFront();
    expect(state()).toEqual([null, false, true, 10]);
    desk.closeFront();
    expect(state()).toEqual([null, false, false, 10]);
    desk.closeFront();
    expect(state()).toEqual([null, false, false, null]);
  });

  it('tells of a loss until it is over', () => {
    expect(desk.notice?.title).toBe('We have lost the connection');
  });

  it('pauses and goes on without sound too', () => {
    listening.sound = 'unsupported';
    desk.toggle();
    expect(listening.sound).toBe('paused');
  });

  it('does what a notice offers', () => {
    listening.close();
    listening = new FixtureListening({ scenario: 'following', sound: 'asleep' });
    desk = new Desk(listening);
    if (desk.notice) desk.answer(desk.notice);
    expect([listening.soundIn, listening.sound]).toEqual(['this-tab', 'playing']);

    listening.close();
    listening = new FixtureListening({ scenario: 'catching-up' });
    desk = new Desk(listening);
    if (desk.notice) desk.answer(desk.notice);
    expect(listening.isSkipping).toBe(true);
    expect(desk.notice?.title).toBe('Skipping to now');
  });

  it('begins a recording again that is over', async () => {
    listening.close();
    listening = new FixtureListening({ scenario: 'replay', recording: true });
    desk = new Desk(listening);
    await listening.player?.seek(listening.player.duration);
    expect([desk.hasEnded, desk.isRunning]).toEqual([true, false]);
    if (desk.notice) desk.answer(desk.notice);
    expect([desk.hasEnded, desk.isRunning]).toEqual([false, true]);
    expect(listening.player?.sought.at(-1)).toBe(0);
  });

  it('tells no more of missing sound to who goes on without', () => {
    listening.close();
    listening = new FixtureListening({ scenario: 'live', sound: 'unsupported' });
    desk = new Desk(listening);
    expect(desk.notice?.action).toBe('go-on-silent');
    if (desk.notice) desk.answer(desk.notice);
    expect(desk.notice).toBeNull();
  });
});
