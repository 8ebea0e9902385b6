import mappingJson from '$mappings/default.json';
import { describe, expect, it } from 'vitest';
import { loadMapping } from '$lib/core/mapping/load-mapping';
import { AccountConnecting } from './connecting.svelte';
import { SeenArrivals } from './connecting-arrivals.svelte';
import { FakeAccount } from './fixtures/fake-account';
import { upload, WALL } from './fixtures/session-bench';

const FEED = 'arn:aws:sns:eu-central-1:111122223333:ame-00112233-feed-sub-1';

function connecting() {
  const accounts = new Set<string>();
  const fake = new FakeAccount({
    'ensure-queue': () => ({
      queueUrl: 'https://sqs.eu-central-1.amazonaws.com/111122223333/q',
      queueName: 'q',
      feedArn: FEED,
      sharedFeedArn: `${FEED}-s`,
      region: 'eu-central-1',
      hearsOwnAccount: false,
    }),
    connections: ({ action, account = '' }) => {
      if (action === 'add') accounts.add(account);
      if (action === 'remove') accounts.delete(account);
      return { accounts: [...accounts].map((each) => ({ account: each, addedAt: WALL })) };
    },
    'check-connection': () => ({
      checks: [{ id: 'queue', state: 'ok', message: 'The queue stands.', resolution: '' }],
    }),
    'test-event': () => ({ eventId: 'e-1' }),
  });
  const wanted: boolean[] = [];
  const arrivals = new SeenArrivals(loadMapping(mappingJson));
  const made = new AccountConnecting({
    account: fake.account,
    arrivals,
    poll: { want: (isWanted) => void wanted.push(isWanted) },
    templateUrl: 'https://example.com/connector.yaml',
    wallNow: () => WALL,
  });
  return { made, arrivals, wanted, fake };
}

describe('connecting', () => {
  it('has the queue made, begins to wait, and reads what is connected', async () => {
    const { made, arrivals, wanted } = connecting();
    expect(made.place).toBeNull();
    await made.open();
    expect(made.place).toEqual({ region: 'eu-central-1', feedArn: FEED });
    expect(made.accounts).toEqual([]);
    arrivals.took([{ text: upload('a'), messageId: 'm', sentAt: null }], WALL + 15_000);
    expect(made.arrivals.firstEvent?.afterSeconds).toBe(15);
    made.close();
    expect(wanted).toEqual([true, false]);
  });

  it('reads nothing for a page that was left while the queue was being made', async () => {
    const { made, wanted } = connecting();
    const opened = made.open();
    made.close();
    await opened;
    expect(wanted).toEqual([false, false]);
  });

  it('adds and removes accounts as they are written', async () => {
    const { made } = connecting();
    await made.addAccount(' 1234-5678-9012 ');
    expect(made.accounts).toEqual([{ account: '123456789012', addedAt: WALL }]);
    await made.removeAccount('123456789012');
    expect(made.accounts).toEqual([]);
  });

  it('gives the command for its own feed, once that stands', async () => {
    const { made } = connecting();
    const options = { region: 'eu-central-1', names: 'keep', readCalls: false } as const;
    expect(() => made.command(options)).toThrow('still being made');
    await made.open();
    expect(made.command(options).text).toContain(`Feed=${FEED}`);
    expect(made.command(options).link).toContain('eu-central-1.console.aws.amazon.com');
  });

  it('explains what the diagnosis printed, by the accounts that were added', async () => {
    const { made } = connecting();
    await made.open();
    const printed =
      '{"version":1,"region":"eu-central-1","parts":[{"identity":{"account":"123456789012"}}]}';
    const verdict = () => made.explain(printed).find(({ id }) => id === 'feed-policy')?.state;
    expect(verdict()).toBe('wrong');
    await made.addAccount('123456789012');
    expect(verdict()).toBe('ok');
  });

  it('checks, and sends a test event', async () => {
    const { made } = connecting();
    await made.check();
    expect(made.checks).toHaveLength(1);
    expect(await made.sendTestEvent()).toBe('e-1');
  });
});
