import type { Json, JsonObject } from './aws-event';
import { asText, fieldOf, textField, valueAt } from './json-field';
import { resourceName } from './resource-name';

/** Longer than any name in AWS; a state may keep many keys. */
const MAX_KEY_CHARS = 512;

type Path = readonly (string | number)[];

/** Where events name the resource they are about, in the order of asking. */
const IDENTIFIERS: readonly Path[] = [
  ['alarmName'],
  ['functionName'],
  ['requestContext', 'functionArn'],
  ['bucket', 'name'],
  ['eventSourceARN'],
  ['tableName'],
  ['pipeline'],
  ['project-name'],
  ['application'],
  ['appId'],
  ['repository-name'],
  ['repositoryName'],
  ['stack-id'],
  ['stateMachineArn'],
  ['jobName'],
  ['jobDefinition'],
  ['TrainingJobName'],
  ['instance-id'],
  ['instance_id'],
  ['EC2InstanceId'],
  ['AutoScalingGroupName'],
  ['SourceIdentifier'],
  ['group'],
  ['taskArn'],
  ['clusterName'],
  ['clusterId'],
  ['configRuleName'],
  ['repository', 'full_name'],
  ['service', 'serviceName'],
  ['eventTypeCode'],
  ['findings', 0, 'Resources', 0, 'Id'],
  ['responseElements', 'instancesSet', 'items', 0, 'instanceId'],
];

/** Where an API call names the resource, in the order of asking. */
const PARAMETERS: readonly Path[] = [
  ['functionName'],
  ['bucketName'],
  ['tableName'],
  ['instancesSet', 'items', 0, 'instanceId'],
  ['instanceId'],
  ['alarmName'],
  ['queueUrl'],
  ['topicArn'],
  ['stackName'],
  ['secretId'],
  ['keyId'],
  ['dBInstanceIdentifier'],
  ['clusterName'],
  ['repositoryName'],
  ['logGroupName'],
  ['roleName'],
  ['roleArn'],
  ['userName'],
  ['groupName'],
  ['policyArn'],
  ['name'],
];

const IDENTIFIER_ENDING = /(?:name|id|arn|identifier)$/i;

/** Who acted, from the most telling name to the least. */
const PRINCIPAL: readonly Path[] = [
  ['sessionContext', 'sessionIssuer', 'userName'],
  ['userName'],
  ['arn'],
  ['invokedBy'],
  ['principalId'],
  ['accountId'],
];

/**
 * The short name of the resource, else of the principal, that an event is about. One resource gives one key by
 * whatever route its events come; an event that names neither gives its detail-type.
 */
export function keyOf(envelope: JsonObject): string {
  const detail = fieldOf(envelope, 'detail');
  const named =
    firstName(detail, IDENTIFIERS) ??
    nameFrom(valueAt(envelope, ['resources', 0])) ??
    parameterName(fieldOf(detail, 'requestParameters')) ??
    nameFrom(valueAt(detail, ['resources', 0, 'ARN'])) ??
    firstName(fieldOf(detail, 'userIdentity'), PRINCIPAL);
  return (named ?? textField(envelope, 'detail-type') ?? '').slice(0, MAX_KEY_CHARS);
}

function parameterName(parameters: Json | undefined): string | null {
  return firstName(parameters, PARAMETERS) ?? firstIdentifier(parameters);
}

function firstName(value: Json | undefined, paths: readonly Path[]): string | null {
  if (typeof value !== 'object' || value === null) return null;
  for (const path of paths) {
    const name = nameFrom(
      path.length === 1 ? fieldOf(value, path[0] as string) : valueAt(value, path),
    );
    if (name !== null) return name;
  }
  return null;
}

/** The first parameter whose own name says that it identifies something. */
function firstIdentifier(parameters: Json | undefined): string | null {
  if (typeof parameters !== 'object' || parameters === null) return null;
  for (const [name, value] of Object.entries(parameters as JsonObject))
    if (IDENTIFIER_ENDING.test(name) && asText(value) !== null) return nameFrom(value);
  return null;
}

function nameFrom(value: Json | undefined): string | null {
  const text = asText(value);
  if (text === null) return null;
  return text.startsWith('https://') ? (text.split('/').at(-1) ?? null) : resourceName(text);
}
