import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everyResource, SYNTH_TIMEOUT_MS } from './fixtures/template-resources';
import type { SettingsChange } from './settings-in-force';
import { assembly, synthesise, type Templates } from './synth';
import { JUSTIFIED_FINDINGS } from './synthesis/justified-findings';
import { type NagFinding, nagFindings } from './synthesis/nag-report';
import { referenceCycle } from './synthesis/reference-cycle';

/** Everything that can be switched on at once. */
const ALL: SettingsChange = {
  allowedDomains: ['example.com', 'example.org'],
  mapping: 'quiet',
  listen: 'mapping',
  alarmEmail: 'owner@example.com',
  taps: {
    readCalls: true,
    buckets: ['pictures'],
    functions: [{ name: 'orders', role: 'orders-role', on: 'both' }],
    tableStreams: [
      'arn:aws:dynamodb:eu-north-1:123456789012:table/t/stream/2026-01-01T00:00:00.000',
    ],
    accessLogs: [{ logGroup: '/api/access', statusField: 'status' }],
    logLines: [{ logGroup: '/app', pattern: '" 500 "' }],
  },
};

const out = mkdtempSync(join(tmpdir(), 'templates-'));
let templates: Templates;
let everything: Templates;

beforeAll(async () => {
  templates = await synthesise(out);
  everything = await synthesise(undefined, ALL);
}, SYNTH_TIMEOUT_MS);
afterAll(() => rmSync(out, { recursive: true }));

const STACKS = ['auth', 'connector', 'feed', 'queue', 'root', 'share', 'watch'];

describe('the templates', () => {
  it('are all there, and written as files', () => {
    expect(Object.keys(templates).sort()).toEqual(STACKS);
    expect(readdirSync(out).sort()).toEqual(STACKS.map((stack) => `${stack}.template.json`));
    expect(JSON.parse(readFileSync(join(out, 'share.template.json'), 'utf8'))).toEqual(
      templates['share'],
    );
  });

  it.each(STACKS)('have no cycle in %s, however the settings are', (stack) => {
    expect(referenceCycle(templates[stack]!)).toBeNull();
    expect(referenceCycle(everything[stack]!)).toBeNull();
  });

  it('fit into CloudFormation’s limits', () => {
    for (const template of [...Object.values(templates), ...Object.values(everything)]) {
      expect(JSON.stringify(template).length).toBeLessThan(1_000_000);
      expect(Object.keys(template.Resources).length).toBeLessThan(500);
    }
  });

  it('leave nothing behind when they are deleted', () => {
    const kept = everyResource(everything).filter(
      ([, { DeletionPolicy = 'Delete' }]) => DeletionPolicy !== 'Delete',
    );
    expect(kept.map(([name]) => name)).toEqual([]);
  });

  it('say the same each time', async () => {
    expect(await synthesise()).toEqual(templates);
  });

  it('tell the page what it must know', () => {
    const told = JSON.stringify(templates['root']!.Outputs!['customOutputs']);
    for (const name of ['ensure-queue', 'join-share', 'prefix', 'selfSignUp', 'AWS::AccountId'])
      expect(told).toContain(name);
  });
});

describe('what cdk-nag finds', () => {
  let findings: NagFinding[];
  beforeAll(async () => {
    const folders = [await assembly(), await assembly(ALL)];
    findings = (await Promise.all(folders.map(nagFindings))).flat();
  }, SYNTH_TIMEOUT_MS);

  it('is justified, each of it', () => {
    const open = findings.filter(
      ({ rule, where }) =>
        !JUSTIFIED_FINDINGS.some((one) => one.rule.test(rule) && one.where.test(where)),
    );
    expect(open).toEqual([]);
  });

  it.each(JUSTIFIED_FINDINGS)('is still there: $rule', ({ rule, where, because }) => {
    expect(findings.some((one) => rule.test(one.rule) && where.test(one.where))).toBe(true);
    expect(because.length).toBeGreaterThan(40);
  });
});
