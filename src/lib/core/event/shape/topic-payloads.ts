import type { JsonObject } from '../aws-event';
import { textField } from '../json-field';
import type { Marked } from './marked';

/** Textract's and Rekognition's notices differ in the operation that they name. */
const TEXT_OPERATION = /Document|Expense|Lending/;

/** What services publish to a topic, or write to a log's destination, in a form of their own: one row each. */
export const TOPIC_PAYLOADS: readonly Marked[] = [
  {
    marks: ['JobId', 'API', 'Status'],
    source: (value) => `aws.${isOfText(value) ? 'textract' : 'rekognition'}`,
    detailType: (value) => `${isOfText(value) ? 'Textract' : 'Rekognition'} Job State Change`,
    time: ['Timestamp'],
  },
  {
    marks: ['pipelineId', 'jobId', 'state', 'version'],
    source: 'aws.elastictranscoder',
    detailType: 'Elastic Transcoder Job State Change',
  },
  {
    marks: ['template', 'run', 'event'],
    source: 'aws.inspector',
    detailType: 'Inspector Notification',
    time: ['time'],
    arn: ['target'],
  },
  {
    marks: ['webaclId', 'action', 'httpRequest'],
    source: 'aws.wafv2',
    detailType: 'WAF Log',
    id: ['httpRequest', 'requestId'],
    time: ['timestamp'],
  },
  {
    marks: ['ManagementAccountId', 'DriftType'],
    source: 'aws.controltower',
    detailType: 'Control Tower Drift Notification',
    account: ['ManagementAccountId'],
  },
  {
    marks: ['version', 'source', ['content', 'description']],
    source: 'aws.chatbot',
    detailType: 'Chatbot Custom Notification',
    id: ['id'],
  },
];

function isOfText(value: JsonObject): boolean {
  return TEXT_OPERATION.test(textField(value, 'API') ?? '');
}
