import { fieldOf, isObject, textField } from '../json-field';
import { envelopeOf } from './envelope';
import type { Shape } from './shape';

/** A bare finding in ASFF, as Security Hub's custom actions and exports carry it. */
export const hubFinding: Shape = (value) => {
  if (textField(value, 'ProductArn') === null || textField(value, 'SchemaVersion') === null)
    return null;
  return {
    envelope: envelopeOf({
      source: 'aws.securityhub',
      detailType: 'Security Hub Findings - Imported',
      time: fieldOf(value, 'UpdatedAt') ?? fieldOf(value, 'CreatedAt'),
      arn: fieldOf(value, 'ProductArn'),
      account: fieldOf(value, 'AwsAccountId'),
      region: fieldOf(value, 'Region'),
      detail: { findings: [value] },
    }),
  };
};

/** A bare finding of GuardDuty, as its export to S3 writes it. */
export const guardDutyFinding: Shape = (value) => {
  const arn = textField(value, 'arn') ?? '';
  if (!arn.includes(':guardduty:') || fieldOf(value, 'severity') === undefined) return null;
  if (!isObject(fieldOf(value, 'service'))) return null;
  return {
    envelope: envelopeOf({
      source: 'aws.guardduty',
      detailType: 'GuardDuty Finding',
      time: fieldOf(value, 'updatedAt') ?? fieldOf(value, 'createdAt'),
      account: fieldOf(value, 'accountId'),
      region: fieldOf(value, 'region'),
      detail: value,
    }),
  };
};
