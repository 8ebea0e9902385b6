import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { FixtureMembership } from '../account/fixtures/fixture-membership.svelte';
import { Attempt } from '../attempt/attempt.svelte';
import ConnectScreen from './ConnectScreen.svelte';
import { FixtureConnecting, type ConnectScene } from './fixtures/fixture-connecting.svelte';
import { REGIONS, regionsWith } from './regions';

function screen(
  scene: ConnectScene,
  state: 'signed-in' | 'signed-out' = 'signed-in',
  connecting = new FixtureConnecting(scene),
) {
  const props = {
    membership: new FixtureMembership({ state }),
    connecting,
    starting: new Attempt(),
    onlisten: () => undefined,
  };
  return render(ConnectScreen, { props }).body;
}

const there = (html: string) =>
  [...html.matchAll(/data-testid="arrival-(\w+)"[\s\S]*?(: yes, |: not yet, )/g)].map(
    ([, id, yes]) => `${id}${yes}`,
  );

describe('the Connect page', () => {
  it('asks to sign in, and shows no command before', () => {
    const html = screen('opening', 'signed-out');
    expect(html).toContain('Sign up or sign in');
    expect(html).not.toContain('cloudformation deploy');
    expect(html).not.toContain('Send a test event');
  });

  it('gives the command, the links and the way back once the queue stands', () => {
    const html = screen('empty');
    expect(html).toContain('cloudformation deploy');
    expect(html).toContain('https://eu-central-1.console.aws.amazon.com/cloudshell');
    expect(html).toContain('delete-stack');
    expect(html).toContain('Send a test event');
  });

  it('says why nothing is read for it any more', () => {
    const connecting = new FixtureConnecting('waiting');
    connecting.failure = { message: 'The queue refuses us.', resolution: 'Sign in again.' };
    expect(screen('waiting', 'signed-in', connecting)).toContain(
      'The queue refuses us. Sign in again.',
    );
  });

  it('shows what has come in', () => {
    expect(there(screen('waiting'))).toEqual([
      'queue: yes, ',
      'connector: not yet, ',
      'event: not yet, ',
    ]);
    const heard = screen('heard');
    expect(there(heard)).toEqual(['queue: yes, ', 'connector: yes, ', 'event: yes, ']);
    expect(heard).toContain('heard after 15 s');
    expect(heard).toContain('EC2 Instance State-change Notification');
  });
});

describe('the Regions', () => {
  it('are each there once, and hold the feed’s own even where it is new', () => {
    const names = REGIONS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(regionsWith('eu-central-1')).toBe(REGIONS);
    expect(regionsWith('eu-new-9')[0]?.name).toBe('eu-new-9');
  });
});
