import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/lib/core/event/aws-event';
import { settings } from '../settings';
import { CONNECTOR_VERSION, connectorTemplate } from './connector-template';
import { connectorYaml, MAX_TEMPLATE_BYTES } from './connector-yaml';

const yaml = connectorYaml(settings.mapping);

interface Rule {
  readonly Type: string;
  readonly Condition?: string;
  readonly Properties: {
    readonly State: unknown;
    readonly EventPattern?: JsonObject;
    readonly Targets: readonly JsonObject[];
  };
}

const template = parse(yaml, { version: '1.1' }) as {
  readonly Resources: Record<string, Rule>;
  readonly Parameters: Record<string, { readonly AllowedValues?: unknown[] }>;
};
const rules = Object.values(template.Resources).filter(({ Type }) => Type === 'AWS::Events::Rule');

describe('the connector that the site serves', () => {
  it('is what the mapping and the generator give', async () => {
    await expect(yaml).toMatchFileSnapshot('../../static/connector.yaml');
  });

  it('is small enough for the command line', () => {
    expect(Buffer.byteLength(yaml)).toBeLessThan(MAX_TEMPLATE_BYTES);
  });

  it('keeps yes and no as words', () => {
    expect(template.Parameters['ReadCalls']!.AllowedValues).toEqual(['no', 'yes']);
  });

  it('owns everything that it makes, so that deleting it leaves nothing', () => {
    const types = new Set(Object.values(template.Resources).map(({ Type }) => Type));
    expect([...types].sort()).toEqual(['AWS::Events::Rule', 'AWS::IAM::Role']);
    expect(yaml).not.toContain('DeletionPolicy');
  });

  it('has patterns, templates and targets within EventBridge’s limits', () => {
    for (const { Properties } of rules) {
      const { EventPattern, Targets } = Properties;
      expect(JSON.stringify(EventPattern ?? {}).length).toBeLessThanOrEqual(2_048);
      expect(Targets.length).toBeLessThanOrEqual(5);
      expect(JSON.stringify(Targets).length).toBeLessThan(8_192);
    }
  });

  it('has rules for each of its conditions, and all of them under one', () => {
    const conditions = new Set(rules.map(({ Condition }) => Condition));
    expect(conditions).toEqual(new Set(['Keeps', 'Masks', 'Away', 'AtHome']));
  });

  it('lets the role do one thing to one place', () => {
    const { Policies, RoleName } = template.Resources['Role']!.Properties as unknown as {
      Policies: { PolicyDocument: { Statement: unknown[] } }[];
      RoleName: { 'Fn::Join': [string, [string, unknown]] };
    };
    expect(Policies.flatMap(({ PolicyDocument }) => PolicyDocument.Statement)).toHaveLength(1);
    expect(RoleName['Fn::Join'][1][0]).toBe('ame-connector-');
  });

  it('forwards what the mapping wants, and tells its version', () => {
    const pattern = { source: ['aws.s3'] };
    const { Resources, Outputs } = connectorTemplate([pattern]) as unknown as {
      Resources: Record<string, Rule>;
      Outputs: Record<string, unknown>;
    };
    expect(Resources['Forward1']!.Properties.EventPattern).toEqual(pattern);
    expect(Resources['Keep1']!.Properties.EventPattern).toEqual(pattern);
    expect(Outputs['Version']).toEqual({ Value: CONNECTOR_VERSION });
  });
});
