import { describe, expect, it } from 'vitest';
import { feedPolicy, readFeedPolicy } from './feed-policy';
import { isSamePolicy } from './same-policy';

const FEED = 'arn:aws:sns:us-east-1:000000000000:ame-01234567-feed-x';
const ours = feedPolicy(FEED, [{ account: '123456789012', addedAt: 5 }]);

/** The policy as AWS may give it back. */
const theirs = {
  Statement: [
    {
      Effect: 'Deny',
      Principal: { AWS: '*' },
      Resource: [FEED],
      Sid: 'DenyWithoutTls',
      Action: ['SNS:Publish'],
      Condition: { Bool: { 'aws:SecureTransport': ['false'] } },
    },
    ours.Statement[1],
  ],
};

describe('the same policy', () => {
  it('is known in AWS’s own hand', () => {
    expect(isSamePolicy(theirs.Statement, ours.Statement)).toBe(true);
    expect(readFeedPolicy(FEED, JSON.stringify(theirs)).isWhole).toBe(true);
  });

  it.each([
    ['another effect', { Effect: 'Allow' }],
    ['another principal', { Principal: { AWS: '123456789012' } }],
    ['another action', { Action: 'sns:Subscribe' }],
    ['one action more', { Action: ['sns:Publish', 'sns:Subscribe'] }],
    ['no condition', { Condition: undefined }],
    ['another resource', { Resource: `${FEED}y` }],
  ])('is not one with %s', (_, change) => {
    const [deny, ...rest] = ours.Statement;
    const changed = { ...ours, Statement: [{ ...deny, ...change }, ...rest] };
    expect(readFeedPolicy(FEED, JSON.stringify(changed)).isWhole).toBe(false);
  });

  it('sees a connector’s statement that was widened, and still knows the account', () => {
    const [deny, connector] = ours.Statement;
    const wide = { ...connector, Condition: undefined };
    const text = JSON.stringify({ ...ours, Statement: [deny, wide] });
    expect(readFeedPolicy(FEED, text)).toEqual({
      accounts: [{ account: '123456789012', addedAt: 5 }],
      others: [],
      isWhole: false,
    });
  });

  it.each(['', 'x', 'null', '[]', '{}', '{"Statement":7}', '{"Statement":[null,{"Sid":7}]}'])(
    'is nothing like %j',
    (text) => {
      const read = readFeedPolicy(FEED, text);
      expect(read.isWhole).toBe(false);
      expect(read.accounts).toEqual([]);
      expect(read.others.filter((one) => typeof one !== 'object')).toEqual([]);
    },
  );
});
