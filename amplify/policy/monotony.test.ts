import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { authorise } from './authorise';
import { having, identityPolicy, resourcePolicy } from './fixtures/policies';
import { ACCOUNT, ask, OTHER_ACCOUNT, queue, session } from './fixtures/requests';

const ROLE = `arn:aws:iam::${ACCOUNT}:role/reader`;
const action = fc.constantFrom('sqs:ReceiveMessage', 'sqs:*', 'sqs:Send*', '*');
const resource = fc.constantFrom('*', queue('q'), queue('*'), queue('${aws:PrincipalTag/sub}'));
const condition = fc.constantFrom(
  {},
  { Bool: { 'aws:SecureTransport': 'false' } },
  { StringEquals: { 'aws:PrincipalTag/sub': 'q' } },
  { StringNotEquals: { 'aws:PrincipalTag/sub': 'q' } },
);
const effect = fc.constantFrom('Allow', 'Deny');
const own = fc.record({ Effect: effect, Action: action, Resource: resource, Condition: condition });
const principal = fc.constantFrom<unknown>('*', { AWS: ROLE }, { AWS: ACCOUNT });
const standing = fc
  .tuple(own, principal)
  .map(([statement, who]) => ({ ...statement, Principal: who }));

const request = fc
  .record({
    action: fc.constantFrom('sqs:ReceiveMessage', 'sqs:SendMessage'),
    resource: fc.constantFrom(queue('q'), queue('r'), queue('q', OTHER_ACCOUNT)),
    sub: fc.constantFrom('q', 'r', null),
    secure: fc.boolean(),
  })
  .map(({ action: asked, resource: on, sub, secure }) =>
    ask(
      { action: asked, resource: on, principal: session('reader', sub === null ? {} : { sub }) },
      { 'aws:SecureTransport': String(secure) },
    ),
  );

const policies = fc.record({
  identity: fc.array(own, { maxLength: 3 }),
  given: fc.option(fc.array(own, { maxLength: 2 })),
  resource: fc.array(standing, { maxLength: 3 }),
});

type Statements = Readonly<Record<string, unknown>>[];

interface Case {
  readonly identity: Statements;
  readonly given: Statements | null;
  readonly resource: Statements;
}

const decided = (asked: ReturnType<typeof ask>, some: Case) =>
  authorise(
    asked,
    having({
      identity: [identityPolicy(...some.identity)],
      session: some.given && [identityPolicy(...some.given)],
      resource: resourcePolicy(...some.resource),
    }),
  ).allowed;

const deny = { Effect: 'Deny', Action: '*', Resource: '*', Condition: {} };

describe('whatever the policies', () => {
  it('a Deny on everything denies, wherever it stands', () => {
    fc.assert(
      fc.property(request, policies, (asked, some) => {
        expect(decided(asked, { ...some, identity: [...some.identity, deny] })).toBe(false);
        expect(decided(asked, { ...some, given: [...(some.given ?? []), deny] })).toBe(false);
        const barred = [...some.resource, { ...deny, Principal: '*' }];
        expect(decided(asked, { ...some, resource: barred })).toBe(false);
      }),
    );
  });

  it('one more Allow never denies, and one more Deny never allows', () => {
    fc.assert(
      fc.property(request, policies, own, (asked, some, added) => {
        const before = decided(asked, some);
        const after = decided(asked, { ...some, identity: [...some.identity, added] });
        if (added.Effect === 'Allow') expect(after || !before).toBe(true);
        else expect(before || !after).toBe(true);
      }),
    );
  });

  it('a session policy never widens what the identity policy allows', () => {
    fc.assert(
      fc.property(request, policies, (asked, some) => {
        const within = { ...some, resource: [] };
        const without = decided(asked, { ...within, given: null });
        expect(without || !decided(asked, within)).toBe(true);
      }),
    );
  });

  it('between accounts nothing is allowed that one side alone allows', () => {
    const far = request.map((asked) => ({ ...asked, resource: queue('q', OTHER_ACCOUNT) }));
    fc.assert(
      fc.property(far, policies, (asked, some) => {
        expect(decided(asked, { ...some, identity: [] })).toBe(false);
        expect(decided(asked, { ...some, resource: [] })).toBe(false);
      }),
    );
  });
});
