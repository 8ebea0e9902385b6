import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../aws-event';
import { bridgeEvent } from '../fixtures/bodies';
import { outcomeOf } from './outcome';

function told(detailType: string, detail: JsonObject): string {
  const { outcome, field } = outcomeOf(bridgeEvent({ 'detail-type': detailType, detail }));
  return `${outcome} by ${String(field)}`;
}

describe('a finding', () => {
  it.each<[string, JsonObject, string]>([
    ['GuardDuty Finding', { severity: 1 }, 'warning by detail.severity'],
    ['GuardDuty Finding', { severity: 6.9 }, 'warning by detail.severity'],
    ['GuardDuty Finding', { severity: 9.1 }, 'error by detail.severity'],
    ['GuardDuty Finding', { severity: 0 }, 'neutral by detail.severity'],
    ['Inspector2 Finding', { severity: 'LOW', status: 'ACTIVE' }, 'warning by detail.severity'],
    ['Inspector2 Finding', { severity: 'INFORMATIONAL' }, 'neutral by detail.severity'],
    ['Inspector2 Finding', { severity: 'LOW', status: 'SUPPRESSED' }, 'success by detail.status'],
    ['Macie Finding', { severity: { score: 1, description: 'Low' } }, 'warning by detail.severity'],
    ['Macie Finding', { severity: { score: 8 } }, 'error by detail.severity'],
    [
      'Macie Finding',
      { severity: { description: 'High' }, archived: true },
      'neutral by detail.archived',
    ],
    [
      'DevOps Guru New Insight Open',
      { insightSeverity: 'low' },
      'warning by detail.insightSeverity',
    ],
    [
      'DevOps Guru Insight Severity Upgraded',
      { insightSeverity: 'high' },
      'error by detail.insightSeverity',
    ],
  ])('%s %j is a %s', (detailType, detail, expected) => {
    expect(told(detailType, detail)).toBe(expected);
  });
});

describe('a finding in Security Hub', () => {
  it.each<[JsonObject, string]>([
    [{ Severity: { Label: 'LOW', Normalized: 90 } }, 'warning by Severity'],
    [{ Severity: { Label: 'INFORMATIONAL' } }, 'neutral by Severity'],
    [{ Severity: { Normalized: 1 } }, 'warning by Severity'],
    [{ Severity: { Normalized: 0 } }, 'neutral by Severity'],
    [{ Severity: { Normalized: 70, Product: 2 } }, 'error by Severity'],
    [{ Severity: { Product: 8 } }, 'error by Severity'],
    [{ Severity: { Product: 30 } }, 'warning by Severity'],
    [{ Severity: { Original: 'Critical' } }, 'error by Severity'],
    [
      { FindingProviderFields: { Severity: { Label: 'HIGH' } } },
      'error by FindingProviderFields.Severity',
    ],
    [
      { ProductFields: { 'aws/securityhub/SeverityLabel': 'LOW' } },
      'warning by ProductFields.aws/securityhub/SeverityLabel',
    ],
    [{ Severity: { Label: 'LOW' }, RecordState: 'ARCHIVED' }, 'neutral by RecordState'],
    [
      { Severity: { Label: 'HIGH' }, Workflow: { Status: 'SUPPRESSED' } },
      'success by Workflow.Status',
    ],
    [{ Severity: { Label: 'HIGH' }, Workflow: { Status: 'NOTIFIED' } }, 'error by Severity'],
    [
      { Severity: { Label: 'HIGH' }, Compliance: { Status: 'PASSED' } },
      'success by Compliance.Status',
    ],
    [{ severity: 'Low', status: 'New' }, 'warning by severity'],
    [{ severity: 'Fatal' }, 'error by severity'],
    [{ severity: 'Informational' }, 'neutral by severity'],
    [{ severity: 'High', status: 'Suppressed' }, 'success by status'],
    [{ severity: 'High', activity_name: 'Close' }, 'success by activity_name'],
    [{ severity: 'High', compliance: { status: 'Pass' } }, 'success by compliance.status'],
  ])('%j is a %s', (finding, expected) => {
    const field = expected.replace(' by ', ' by detail.findings.0.');
    expect(told('Security Hub Findings - Imported', { findings: [finding] })).toBe(field);
    expect(told('Security Hub Findings', { findings: [finding] })).toBe(field);
  });
});
