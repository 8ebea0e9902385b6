import { CONNECTOR_SOURCE } from '../../src/lib/core/cloud/names';
import type { JsonObject } from '../../src/lib/core/event/aws-event';

/** What a connector says of itself; the parameters are put in by CloudFormation, the rest by EventBridge. */
const WORD = {
  version: '0',
  id: '<id>',
  'detail-type': 'Connector Heartbeat',
  source: CONNECTOR_SOURCE,
  account: '<account>',
  time: '<time>',
  region: '<region>',
  resources: [],
};

/** Tells the feed once a minute that the connector is there, and which; the page neither plays nor counts it. */
export function connectorHeartbeat(
  version: string,
  feed: JsonObject,
  roleArn: JsonObject,
): JsonObject {
  const detail = { version, names: '${Names}', readCalls: '${ReadCalls}' };
  return {
    Type: 'AWS::Events::Rule',
    Condition: 'AtHome',
    Properties: {
      State: 'ENABLED',
      ScheduleExpression: 'rate(1 minute)',
      Targets: [
        {
          Id: 'feed',
          Arn: feed,
          RoleArn: roleArn,
          InputTransformer: {
            InputPathsMap: {
              id: '$.id',
              account: '$.account',
              time: '$.time',
              region: '$.region',
            },
            InputTemplate: { 'Fn::Sub': JSON.stringify({ ...WORD, detail }) },
          },
        },
      ],
    },
  };
}
