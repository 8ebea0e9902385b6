import type { Json, JsonObject } from '../../../core/event/aws-event';
import type { Simulation } from '../simulation';
import { ACCOUNT, envelope, REGION } from './envelope';

/** One API call as CloudTrail records it. */
export interface ApiCall {
  /** For example `lambda.amazonaws.com`. */
  readonly eventSource: string;
  readonly eventName: string;
  /** The role that called. */
  readonly role: string;
  readonly request: Json;
  readonly response?: Json;
  readonly error?: { readonly code: string; readonly message: string };
  readonly readOnly?: boolean;
  /** A data event, such as an invocation or an item written, and not one of management. */
  readonly data?: boolean;
}

function assumedRole(sim: Simulation, role: string): JsonObject {
  const principalId = 'AROAEXAMPLE0EXAMPLE01';
  return {
    type: 'AssumedRole',
    principalId: `${principalId}:${role}`,
    arn: `arn:aws:sts::${ACCOUNT}:assumed-role/${role}/${role}`,
    accountId: ACCOUNT,
    accessKeyId: 'ASIAEXAMPLE0EXAMPLE0',
    sessionContext: {
      sessionIssuer: {
        type: 'Role',
        principalId,
        arn: `arn:aws:iam::${ACCOUNT}:role/${role}`,
        accountId: ACCOUNT,
        userName: role,
      },
      attributes: { creationDate: sim.time, mfaAuthenticated: 'false' },
    },
  };
}

function record(sim: Simulation, call: ApiCall): JsonObject {
  return {
    eventVersion: '1.10',
    userIdentity: assumedRole(sim, call.role),
    eventTime: sim.time,
    eventSource: call.eventSource,
    eventName: call.eventName,
    awsRegion: REGION,
    sourceIPAddress: `10.0.${sim.chance.whole(0, 3)}.${sim.chance.whole(4, 250)}`,
    userAgent: 'aws-sdk-js/3.700.0 os/linux lang/js md/nodejs#22.11.0',
    ...(call.error && { errorCode: call.error.code, errorMessage: call.error.message }),
    requestParameters: call.request,
    responseElements: call.response ?? null,
    requestID: sim.chance.uuid(),
    eventID: sim.chance.uuid(),
    readOnly: call.readOnly ?? false,
    eventType: 'AwsApiCall',
    managementEvent: !call.data,
    recipientAccountId: ACCOUNT,
    eventCategory: call.data ? 'Data' : 'Management',
  };
}

/** "AWS API Call via CloudTrail" (CloudTrail user guide, "CloudTrail record contents"). */
export function apiCall(sim: Simulation, call: ApiCall): JsonObject {
  const source = `aws.${call.eventSource.split('.')[0]}`;
  return envelope(sim, source, 'AWS API Call via CloudTrail', [], record(sim, call));
}

/** "AWS Console Sign In via CloudTrail" of somebody who got in (CloudTrail user guide, "AWS Management Console sign-in events"). */
export function consoleSignIn(sim: Simulation, user: string): JsonObject {
  const detail = {
    eventVersion: '1.10',
    userIdentity: {
      type: 'IAMUser',
      principalId: 'AIDAEXAMPLE0EXAMPLE01',
      arn: `arn:aws:iam::${ACCOUNT}:user/${user}`,
      accountId: ACCOUNT,
      userName: user,
    },
    eventTime: sim.time,
    eventSource: 'signin.amazonaws.com',
    eventName: 'ConsoleLogin',
    awsRegion: REGION,
    sourceIPAddress: `203.0.113.${sim.chance.whole(1, 254)}`,
    userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
    requestParameters: null,
    responseElements: { ConsoleLogin: 'Success' },
    additionalEventData: {
      LoginTo: 'https://console.aws.amazon.com/console/home',
      MobileVersion: 'No',
      MFAUsed: 'Yes',
    },
    eventID: sim.chance.uuid(),
    readOnly: false,
    eventType: 'AwsConsoleSignIn',
    managementEvent: true,
    recipientAccountId: ACCOUNT,
    eventCategory: 'Management',
  };
  return envelope(sim, 'aws.signin', 'AWS Console Sign In via CloudTrail', [], detail);
}
