import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPolicy } from '../../amplify/policy/read-policy';
import { synthesise } from '../../amplify/synth';
import type { CloudDeployment } from '../cloud/deployment';
import { deploymentOfTemplates } from '../cloud/deployment-of-templates';
import { setSmokeStage, type SmokeStage } from './fixtures/smoke-stage';
import type { Result } from './smoke-report';

let written: CloudDeployment;
let stage: SmokeStage;

beforeAll(async () => {
  written = deploymentOfTemplates(await synthesise(undefined, { deployment: 'hosted' }));
  stage = await setSmokeStage(written);
}, 300_000);
afterAll(() => stage?.close());

const named = (results: readonly Result[], verdict: Result['verdict']) =>
  results.filter((result) => result.verdict === verdict).map(({ name }) => name);

/** A deployment whose members may do everything with queues and topics. */
function tooWide(): CloudDeployment {
  const everything = { Effect: 'Allow', Action: ['sqs:*', 'sns:*'], Resource: '*' };
  const policy = readPolicy('wide', 'identity', { Version: '2012-10-17', Statement: everything });
  const { roles, authenticatedRoleArn: member } = written;
  const identity = (arn: string) => [...roles.identity(arn), ...(arn === member ? [policy] : [])];
  return { ...written, roles: { ...roles, identity } };
}

describe('the smoke script against the local cloud', { timeout: 120_000 }, () => {
  it('finds nothing wrong, and leaves nothing', async () => {
    const { results, kept } = await stage.run();
    expect(results.filter(({ verdict }) => verdict === 'failed')).toEqual([]);
    expect(named(results, 'skipped')).toEqual(['security headers']);
    expect(results.filter(({ name }) => name.startsWith('refused:'))).toHaveLength(20);
    expect(kept).toEqual([]);
    expect(await stage.queues()).toEqual([]);
  });

  it('cleans up when it is stopped in the middle', async () => {
    const stop = new AbortController();
    const tell = ({ name }: Result): void => {
      if (name === 'a guest takes a seat') stop.abort();
    };
    const { results } = await stage.run({}, { stop: stop.signal, tell });
    expect(results.some(({ detail }) => detail.startsWith('stopped'))).toBe(true);
    const cleaned = results.filter(({ name }) => name.startsWith('clean up:'));
    expect(cleaned.map(({ verdict }) => verdict)).toEqual(['ok', 'ok', 'ok']);
    expect(await stage.queues()).toEqual([]);
  });

  it('takes somebody who is there, and leaves what is theirs', async () => {
    const user = 'somebody@example.com';
    const password = 'a long pass phrase';
    await stage.registrar.register(user, password);
    const { results } = await stage.run({ user }, { password });
    expect(named(results, 'failed')).toEqual([]);
    expect(named(results, 'skipped')).toContain('a neighbour, whose queue must stay shut');
    expect(await stage.queues()).toHaveLength(1);
  });

  it('notices every door that stands open', async () => {
    const wide = await setSmokeStage(tooWide());
    try {
      const { results } = await wide.run();
      expect(named(results, 'failed')).toEqual([
        'refused: a member reads the dead letters',
        'refused: a member makes a queue',
        'refused: a member publishes to their own feed',
        'refused: a member sends to their own queue',
        'refused: a member changes the policy of their queue',
        "refused: a member reads a neighbour's queue",
        "refused: a member publishes to a neighbour's feed",
        "refused: a member publishes as a neighbour's page",
        "refused: the owner reads a listener's queue",
      ]);
    } finally {
      await wide.close();
    }
  });
});
