import type { JsonObject } from '../../src/lib/core/event/aws-event';
import { CONNECTOR_ROLE_PREFIX } from '../../src/lib/core/cloud/names';
import { connectorHeartbeat } from './connector-heartbeat';
import { inputTransformer } from './input-transformer';
import { masks } from './masks';

/** Counts up with every change that a connector which is there already should get. */
export const CONNECTOR_VERSION = '1';

const READ_CALLS_TOO = 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS';
const STATE = { 'Fn::If': ['AllCalls', READ_CALLS_TOO, 'ENABLED'] };
const FEED = { Ref: 'Feed' };
const HOME_BUS = {
  'Fn::Sub': 'arn:${AWS::Partition}:events:${HomeRegion}:${AWS::AccountId}:event-bus/default',
};
const ROLE_ARN = { 'Fn::GetAtt': ['Role', 'Arn'] };
/** The first part of the stack's id, so that stacks of several Regions or feeds do not want the same role. */
const STACK_MARK = {
  'Fn::Select': [
    0,
    { 'Fn::Split': ['-', { 'Fn::Select': [2, { 'Fn::Split': ['/', { Ref: 'AWS::StackId' }] }] }] },
  ],
};

/**
 * The stack of the account that is listened to. In the feed's Region its rules publish to the feed; in another one they
 * forward to that Region's default bus, where a connector takes them on. All of it is the stack's own: deleting the
 * stack leaves nothing.
 *
 * @param patterns of the events that are sent, where names are kept; masked events are sent whatever they are
 */
export function connectorTemplate(patterns: readonly JsonObject[]): JsonObject {
  return {
    AWSTemplateFormatVersion: '2010-09-09',
    Description: `AWS Musical Event connector, version ${CONNECTOR_VERSION}: sends the events of this account to a feed`,
    Parameters: PARAMETERS,
    Conditions: CONDITIONS,
    Resources: {
      Role: role(),
      ...keptRules(patterns),
      ...maskedRules(),
      ...forwardRules(patterns),
      Heartbeat: connectorHeartbeat(CONNECTOR_VERSION, FEED, ROLE_ARN),
    },
    Outputs: { Version: { Value: CONNECTOR_VERSION }, Role: { Value: ROLE_ARN } },
  };
}

const PARAMETERS: JsonObject = {
  Feed: {
    Type: 'String',
    Description: 'The ARN of your feed, as the page shows it',
    AllowedPattern: '^arn:aws[a-z-]*:sns:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_-]+$',
  },
  HomeRegion: {
    Type: 'String',
    Description: "The feed's Region",
    AllowedPattern: '^[a-z]{2}(-[a-z]+)+-[0-9]+$',
  },
  Names: {
    Type: 'String',
    Description: 'keep: events as they are. mask: only what AWS itself names, and how it went',
    AllowedValues: ['keep', 'mask'],
    Default: 'keep',
  },
  ReadCalls: {
    Type: 'String',
    Description: 'yes: read-only API calls too, if a trail logs them',
    AllowedValues: ['no', 'yes'],
    Default: 'no',
  },
};

const AT_HOME = { 'Fn::Equals': [{ Ref: 'AWS::Region' }, { Ref: 'HomeRegion' }] };
const KEEPS_NAMES = { 'Fn::Equals': [{ Ref: 'Names' }, 'keep'] };

const CONDITIONS: JsonObject = {
  AtHome: AT_HOME,
  Away: { 'Fn::Not': [{ Condition: 'AtHome' }] },
  Keeps: { 'Fn::And': [{ Condition: 'AtHome' }, KEEPS_NAMES] },
  Masks: { 'Fn::And': [{ Condition: 'AtHome' }, { 'Fn::Not': [KEEPS_NAMES] }] },
  AllCalls: { 'Fn::Equals': [{ Ref: 'ReadCalls' }, 'yes'] },
};

/** The feed lets in roles of this name alone, and only rules of this account may use it. */
function role(): JsonObject {
  return {
    Type: 'AWS::IAM::Role',
    Properties: {
      RoleName: { 'Fn::Join': ['', [CONNECTOR_ROLE_PREFIX, STACK_MARK]] },
      AssumeRolePolicyDocument: {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: { Service: 'events.amazonaws.com' },
            Action: 'sts:AssumeRole',
            Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
          },
        ],
      },
      Policies: [
        {
          PolicyName: 'Send',
          PolicyDocument: {
            Version: '2012-10-17',
            Statement: [
              {
                Effect: 'Allow',
                Action: { 'Fn::If': ['AtHome', 'sns:Publish', 'events:PutEvents'] },
                Resource: { 'Fn::If': ['AtHome', FEED, HOME_BUS] },
              },
            ],
          },
        },
      ],
    },
  };
}

function keptRules(patterns: readonly JsonObject[]): JsonObject {
  const rules = patterns.map((pattern, index) => [
    `Keep${index + 1}`,
    rule('Keeps', pattern, STATE, { Id: 'feed', Arn: FEED, RoleArn: ROLE_ARN }),
  ]);
  return Object.fromEntries(rules) as JsonObject;
}

function maskedRules(): JsonObject {
  const rules = masks().map((mask) => [
    `Mask${mask.id}`,
    rule('Masks', mask.pattern, mask.calls ? STATE : 'ENABLED', {
      Id: 'feed',
      Arn: FEED,
      RoleArn: ROLE_ARN,
      InputTransformer: { ...inputTransformer(mask) },
    }),
  ]);
  return Object.fromEntries(rules) as JsonObject;
}

function forwardRules(patterns: readonly JsonObject[]): JsonObject {
  const rules = patterns.map((pattern, index) => [
    `Forward${index + 1}`,
    rule('Away', pattern, STATE, { Id: 'home', Arn: HOME_BUS, RoleArn: ROLE_ARN }),
  ]);
  return Object.fromEntries(rules) as JsonObject;
}

function rule(
  condition: string,
  EventPattern: JsonObject,
  State: JsonObject | string,
  target: JsonObject,
): JsonObject {
  return {
    Type: 'AWS::Events::Rule',
    Condition: condition,
    Properties: { State, EventPattern, Targets: [target] },
  };
}
