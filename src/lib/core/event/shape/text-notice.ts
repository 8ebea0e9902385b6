import type { JsonObject } from '../aws-event';
import type { Letter } from './envelope';

const MAX_LINES = 200;
/** `Budget Name: monthly` and `ResourceStatus='CREATE_COMPLETE'`. */
const FIELD = /^\s*([A-Za-z][\w .-]{0,60}?)\s*(?:: |=)\s*'?(.*?)'?\s*$/;

/** How a service's notice in plain words is known, and what it reports. */
interface Notice {
  readonly known: (subject: string, message: string) => boolean;
  /** The fields of the message where it is a sentence rather than lines of fields. */
  readonly fields?: (message: string) => JsonObject;
  readonly letter: (fields: JsonObject) => Pick<Letter, 'source' | 'detailType' | 'arn' | 'time'>;
}

/** The sentence that CodeBuild's guide gives for notices of builds (CodeBuild user guide, build notifications). */
const BUILD =
  /^\W?Build '(\S{1,600})' for build project '([^']{1,255})' has reached the build status of '(\w{1,40})'/;

const NOTICES: readonly Notice[] = [
  {
    known: (_subject, message) => BUILD.test(message),
    fields: (message) => {
      const [, id = '', project = '', status = ''] = BUILD.exec(message) ?? [];
      return { 'build-status': status, 'project-name': project, 'build-id': id };
    },
    letter: (fields) => ({
      source: 'aws.codebuild',
      detailType: 'CodeBuild Build State Change',
      arn: fields['build-id'],
    }),
  },
  {
    known: (_subject, message) => message.startsWith("StackId='"),
    letter: (fields) => ({
      source: 'aws.cloudformation',
      detailType: isStack(fields)
        ? 'CloudFormation Stack Status Change'
        : 'CloudFormation Resource Status Change',
      arn: fields['StackId'],
      time: fields['Timestamp'],
    }),
  },
  {
    known: (subject, message) =>
      /^AWS Budgets?\b/.test(subject) || message.includes('Budget Name:'),
    letter: () => ({ source: 'aws.budgets', detailType: 'Budget Notification', arn: null }),
  },
  {
    known: (subject) => subject.startsWith('AWS Elastic Beanstalk Notification'),
    letter: (fields) => ({
      source: 'aws.elasticbeanstalk',
      detailType: 'Elastic Beanstalk Notification',
      arn: null,
      time: fields['Timestamp'],
    }),
  },
  {
    known: (subject) => subject.startsWith('Notification from AWS Backup'),
    letter: (fields) => ({
      source: 'aws.backup',
      detailType: 'Backup Notification',
      arn: fields['Resource ARN'],
    }),
  },
];

/** What a service says in an SNS message of plain words, its `name: value` lines as fields; null where none is known. */
export function textNotice(
  subject: string,
  message: string,
): Pick<Letter, 'source' | 'detailType' | 'arn' | 'time' | 'detail'> | null {
  const notice = NOTICES.find(({ known }) => known(subject, message));
  if (notice === undefined) return null;
  const fields = (notice.fields ?? fieldsOf)(message);
  return { ...notice.letter(fields), detail: { ...fields, subject, message } };
}

function fieldsOf(message: string): JsonObject {
  const lines = message.split('\n', MAX_LINES).map((line) => FIELD.exec(line.slice(0, 2_000)));
  return Object.fromEntries(
    lines.flatMap((line) => (line === null ? [] : [[line[1] ?? '', line[2] ?? '']])),
  ) as JsonObject;
}

/** A stack names itself as the resource; a stack that lies in it has another id. */
function isStack(fields: JsonObject): boolean {
  const id = fields['PhysicalResourceId'];
  if (fields['ResourceType'] !== 'AWS::CloudFormation::Stack') return false;
  return id === undefined || id === '' || id === fields['StackId'];
}
