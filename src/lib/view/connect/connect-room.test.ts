import { describe, expect, it } from 'vitest';
import { ConnectRoom } from './connect-room.svelte';
import { FixtureConnecting, type ConnectScene } from './fixtures/fixture-connecting.svelte';

const roomIn = (scene: ConnectScene, deployment: 'own' | 'hosted' = 'hosted') => {
  const connecting = new FixtureConnecting(scene);
  return { room: new ConnectRoom(connecting, deployment), connecting };
};

describe('the steps', () => {
  it.each([
    ['opening', ['now', 'later', 'later']],
    ['empty', ['done', 'now', 'later']],
    ['waiting', ['done', 'now', 'later']],
    ['hello', ['done', 'done', 'now']],
    ['heard', ['done', 'done', 'done']],
  ] as const)('%s', (scene, steps) => {
    expect(roomIn(scene).room.steps).toEqual(steps);
  });

  it('need no connector where the account of the deployment itself is heard', () => {
    expect(roomIn('empty', 'own').room.steps).toEqual(['done', 'done', 'now']);
  });
});

describe('the command', () => {
  it('is made for what was chosen, in the Region of the feed unless another was', () => {
    const { room } = roomIn('empty');
    expect(room.command?.text).toContain('--region eu-central-1');
    expect(room.command?.text).toContain('Names=keep ReadCalls=no');
    expect(room.isElsewhere).toBe(false);
    room.leavesNamesOut = true;
    room.readCalls = true;
    room.region = 'us-east-1';
    expect(room.command?.text).toContain('Names=mask ReadCalls=yes');
    expect(room.command?.link).toContain('us-east-1');
    expect(room.isElsewhere).toBe(true);
  });

  it('is not there before the queue', () => {
    expect(roomIn('opening').room.command).toBeNull();
  });
});

describe('the checks', () => {
  it('tell first what is wrong', async () => {
    const { room } = roomIn('wrong');
    await room.check();
    expect(room.checks.map(({ state }) => state)).toEqual(['wrong', 'ok']);
  });
});

describe('the room', () => {
  it('looks whether all is right once the queue stands', async () => {
    const { room, connecting } = roomIn('waiting');
    await room.open();
    expect(connecting.asked).toEqual([['open'], ['check']]);
    expect(connecting.checks.length).toBeGreaterThan(0);
  });

  it('checks nothing where the queue could not be made, and says why', async () => {
    const { room, connecting } = roomIn('waiting');
    connecting.refuse('The queue was deleted a moment ago.', 'Try again in a minute.');
    await room.open();
    expect(connecting.asked).toEqual([]);
    expect(room.opening.trouble?.text).toBe(
      'The queue was deleted a moment ago. Try again in a minute.',
    );
  });

  it('adds an account as it is read, and not what is none', async () => {
    const { room, connecting } = roomIn('empty');
    room.account.enter('1234-5678');
    await room.addAccount();
    expect(connecting.asked).toEqual([]);
    room.account.enter('1234-5678-9012');
    await room.addAccount();
    expect(connecting.asked).toEqual([['addAccount', '123456789012'], ['check']]);
    expect(room.account.value).toBe('');
    await room.removeAccount('123456789012');
    expect(connecting.accounts).toEqual([]);
  });

  it('tells a refusal of an account beside its field', async () => {
    const { room, connecting } = roomIn('empty');
    connecting.refuse('Twenty accounts are connected.', 'Remove one first.');
    room.account.enter('123456789012');
    await room.addAccount();
    expect(room.account.trouble).toBe('Twenty accounts are connected. Remove one first.');
    expect(room.told).toBe('');
  });

  it('knows the test event that it sent, and forgets it when the next fails', async () => {
    const { room, connecting } = roomIn('waiting');
    await room.sendTest();
    expect(room.test?.id).toMatch(/^7f3c/);
    connecting.refuse('Refused.', 'Wait.');
    await room.sendTest();
    expect(room.test).toBeNull();
    expect(room.testing.trouble?.text).toBe('Refused. Wait.');
  });

  it('reads a diagnosis, or says that it is none', async () => {
    const { room, connecting } = roomIn('waiting');
    await room.explain('{"stack":"…"}');
    expect(room.findings).toHaveLength(2);
    connecting.refuse('This is not what the diagnosis prints.', 'Paste all of it.');
    await room.explain('hello');
    expect(room.findings).toBeNull();
    expect(room.explaining.trouble?.text).toMatch(/not what the diagnosis prints/);
  });
});
