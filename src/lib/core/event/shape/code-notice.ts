import type { Json } from '../aws-event';
import { fieldOf, isObject, textField } from '../json-field';
import { envelopeOf } from './envelope';
import type { Shape } from './shape';

/** CodeDeploy writes `SUCCEEDED` by SNS and `SUCCESS` by EventBridge, and the like. */
const DEPLOY_STATES = new Map([
  ['CREATED', 'START'],
  ['STARTED', 'START'],
  ['SUCCEEDED', 'SUCCESS'],
  ['FAILED', 'FAILURE'],
  ['STOPPED', 'STOP'],
]);

/** A notice of a CodeDeploy trigger by SNS, put into the envelope and the words of its EventBridge event. */
export const codeDeployNotice: Shape = (value) => {
  const application = textField(value, 'applicationName');
  const status = textField(value, 'status') ?? textField(value, 'instanceStatus');
  if (application === null || status === null || textField(value, 'deploymentId') === null)
    return null;
  const ofInstance = fieldOf(value, 'instanceId') !== undefined;
  return {
    envelope: envelopeOf({
      source: 'aws.codedeploy',
      detailType: `CodeDeploy ${ofInstance ? 'Instance' : 'Deployment'} State-change Notification`,
      time: fieldOf(value, 'completeTime') ?? fieldOf(value, 'createTime'),
      account: fieldOf(value, 'accountId'),
      region: fieldOf(value, 'region'),
      detail: {
        ...value,
        application,
        deploymentGroup: fieldOf(value, 'deploymentGroupName') ?? null,
        state: DEPLOY_STATES.get(status.toUpperCase()) ?? status,
      },
    }),
  };
};

/** One record of a CodeCommit trigger: references that were created, updated or deleted. */
export const codeCommitRecord: Shape = (value) => {
  const change = fieldOf(value, 'codecommit');
  if (!isObject(change) || textField(value, 'eventSource') !== 'aws:codecommit') return null;
  const arn = textField(value, 'eventSourceARN');
  return {
    envelope: envelopeOf({
      source: 'aws.codecommit',
      detailType: 'CodeCommit Repository State Change',
      id: fieldOf(value, 'eventId'),
      time: fieldOf(value, 'eventTime'),
      arn,
      detail: { repositoryName: arn?.split(':').at(-1) ?? null, ...referenceOf(change), ...value },
    }),
  };
};

function referenceOf(change: Json): { referenceName: Json } | Record<string, never> {
  const references = fieldOf(change, 'references');
  const first = Array.isArray(references) ? (references as readonly Json[])[0] : undefined;
  const name = textField(first, 'ref');
  return name === null ? {} : { referenceName: name };
}
