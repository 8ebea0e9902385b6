import type { MemberCall } from '../../../src/lib/core/cloud/calls';
import type { Allowance } from './allowance';

const MEMBER_CALLS: readonly MemberCall[] = [
  'ensure-queue',
  'connections',
  'check-connection',
  'test-event',
  'invite',
  'delete-account',
  'create-share',
  'list-shares',
  'revoke-share',
];

const READ = [
  'sqs:ReceiveMessage',
  'sqs:DeleteMessage',
  'sqs:ChangeMessageVisibility',
  'sqs:GetQueueAttributes',
];
const READER = 'src/lib/source/sqs';

const reads = (who: string, queue: string): Allowance => ({
  who: [who],
  may: READ,
  on: [queue],
  need: READER,
});

const relays = (who: string, feed: string): Allowance => ({
  who: [who],
  may: ['sns:Publish'],
  on: [feed],
  need: 'src/lib/account',
});

/** What people may do: Ada and Ben have signed up, the listeners have a link of Ada's, a guest has nothing. */
export const PEOPLE: readonly Allowance[] = [
  reads('Ada', "Ada's queue"),
  reads('Ben', "Ben's queue"),
  relays('Ada', "Ada's shared feed"),
  relays('Ben', "Ben's shared feed"),
  {
    who: ['Ada', 'Ben', 'someone signed in without a sub'],
    may: ['lambda:InvokeFunction'],
    on: MEMBER_CALLS.map((name) => `function ${name}`),
    need: 'src/lib/account',
  },
  {
    who: ['a guest'],
    may: ['lambda:InvokeFunction'],
    on: ['function join-share'],
    need: 'src/lib/account',
  },
  reads('a listener', "the listener's queue"),
  reads('another listener', "another listener's queue"),
  reads('a revoked listener', "the revoked listener's queue, which is gone"),
];
