import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';
import { sharesTableName } from '../resource-arns';

/**
 * Shares, seats and leases. Point-in-time recovery is off: every row expires by itself within 90 days, and a lost
 * share is made again by its owner in a minute; a restored one could let a revoked link in again.
 */
export function sharesTable(scope: Construct, prefix: string): Table {
  return new Table(scope, 'Shares', {
    tableName: sharesTableName(prefix),
    partitionKey: { name: 'pk', type: AttributeType.STRING },
    sortKey: { name: 'sk', type: AttributeType.STRING },
    billingMode: BillingMode.PAY_PER_REQUEST,
    timeToLiveAttribute: 'expires',
    encryption: TableEncryption.DEFAULT,
    removalPolicy: RemovalPolicy.DESTROY,
  });
}
