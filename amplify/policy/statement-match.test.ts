import { describe, expect, it } from 'vitest';
import { authorise } from './authorise';
import { allow, deny, having, identityPolicy } from './fixtures/policies';
import { ask, queue, session } from './fixtures/requests';
import type { PolicyRequest } from './request';

const may = (change: Readonly<Record<string, unknown>>, request: Partial<PolicyRequest> = {}) =>
  authorise(ask(request), having({ identity: [identityPolicy(allow(change))] })).allowed;

/** A statement with NotAction or NotResource in place of the plain element. */
const without = (name: string, change: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(allow(change)).filter(([key]) => key !== name));

const mayBut = (name: string, change: Readonly<Record<string, unknown>>, resource = queue('q')) =>
  authorise(ask({ resource }), having({ identity: [identityPolicy(without(name, change))] }))
    .allowed;

describe('actions', () => {
  it.each([
    ['sqs:ReceiveMessage', true],
    ['SQS:receivemessage', true],
    ['sqs:Receive*', true],
    ['sqs:*', true],
    ['*', true],
    ['sqs:ReceiveMessag?', true],
    ['sqs:ReceiveMessage?', false],
    ['sqs:Send*', false],
    ['sns:*', false],
  ])('%s', (action, expected) => {
    expect(may({ Action: action })).toBe(expected);
  });

  it('NotAction is every action but those listed', () => {
    expect(mayBut('Action', { NotAction: 'sqs:Send*' })).toBe(true);
    expect(mayBut('Action', { NotAction: ['sqs:Send*', 'sqs:Receive*'] })).toBe(false);
  });
});

describe('resources', () => {
  const account = '111122223333';

  it.each([
    ['*', true],
    [queue('q'), true],
    [queue('Q'), false],
    [queue('*'), true],
    [queue('q?'), false],
    [queue('other'), false],
    [`arn:aws:sqs:*:${account}:q`, true],
    [`arn:aws:sqs:eu-*:${account}:q`, true],
    [`arn:aws:sqs:eu*1:${account}:q`, true],
    [`arn:aws:sqs:eu*3333:x:y:q`, false],
    [`arn:aws:sqs:eu-west-?:${account}:q`, true],
    ['arn:aws:sqs:eu-west-1:4*:q', false],
  ])('%s', (resource, expected) => {
    expect(may({ Resource: resource })).toBe(expected);
  });

  it('a star at the end of a part may go on beyond the colon, one inside may not', () => {
    const group = `arn:aws:logs:eu-west-1:${account}:log-group:/x:y`;
    const logs = { action: 'logs:PutLogEvents', resource: group };
    const on = (resource: string) => may({ Action: 'logs:PutLogEvents', Resource: resource }, logs);
    expect(on('arn:aws:logs:*:*:log-group:/x:y')).toBe(true);
    expect(on('arn:aws:logs:eu*:*:/x:y')).toBe(true);
    expect(on('arn:aws:logs:eu*1:*:/x:y')).toBe(true);
    expect(on('arn:aws:logs:eu*3:*:/x:y')).toBe(false);
  });

  it('NotResource is every resource but those listed', () => {
    expect(mayBut('Resource', { NotResource: queue('other') })).toBe(true);
    expect(mayBut('Resource', { NotResource: queue('*') })).toBe(false);
  });

  it.each(['q', 'arn:aws:*:eu-west-1:111122223333:q', 'arn:aws:sqs:q'])(
    'refuses the pattern %s',
    (resource) => {
      expect(() => may({ Resource: resource })).toThrowError(
        expect.objectContaining({ name: 'PolicyNotUnderstood' }),
      );
    },
  );
});

describe('variables', () => {
  const own = queue('${aws:PrincipalTag/sub}');
  const tagged = (sub: string) => ({ principal: session('reader', { sub }) });

  it('stand for the value in the request', () => {
    expect(may({ Resource: own }, tagged('q'))).toBe(true);
    expect(may({ Resource: own }, tagged('r'))).toBe(false);
  });

  it('without a value make the statement not apply, an allowing or a denying one', () => {
    expect(may({ Resource: own })).toBe(false);
    expect(mayBut('Resource', { NotResource: own })).toBe(false);
    const identity = [identityPolicy(allow(), deny({ Resource: own }))];
    expect(authorise(ask(), having({ identity })).allowed).toBe(true);
  });

  it('bring no wildcards and no colons of their own into a pattern', () => {
    expect(may({ Resource: own }, tagged('*'))).toBe(false);
    expect(may({ Resource: own }, tagged('?'))).toBe(false);
    const region = 'arn:aws:sqs:${aws:PrincipalTag/sub}:q';
    expect(() => may({ Resource: region }, tagged('eu-west-1:111122223333'))).toThrowError();
  });

  it('may have a default, and escape the special characters', () => {
    expect(may({ Resource: queue("${aws:PrincipalTag/sub, 'q'}") })).toBe(true);
    expect(may({ Resource: queue('${*}') })).toBe(false);
    expect(may({ Resource: queue('${*}') }, { resource: queue('*') })).toBe(true);
  });
});
