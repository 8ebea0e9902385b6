import { alarm, deviceViolation, mediaAlert } from './alarm';
import { apiCall, serviceEvent, signIn } from './api-call';
import { containerTask, imageScan, serviceAction } from './container';
import { cache, database } from './database';
import { health } from './health';
import { bounce, receivedMail } from './mail';
import { always, environmentNotice, experiment, insight, replication } from './notice';
import { accessFinding, findingSeverity, hubFindings } from './severity';
import type { OutcomeRule } from './verdict';

/** Rules that decide alone for their detail-type. What they leave open stays neutral. */
export const FAMILY_RULES: ReadonlyMap<string, OutcomeRule> = new Map([
  ['AWS API Call via CloudTrail', apiCall],
  ['AWS Console Sign In via CloudTrail', signIn],
  ['AWS Console Action via CloudTrail', apiCall],
  ['AWS Service Event via CloudTrail', serviceEvent],
  ['AWS Insight via CloudTrail', insight],
  ['CloudWatch Alarm State Change', alarm],
  ['MediaLive Channel Alert', mediaAlert],
  ['MediaLive Multiplex Alert', mediaAlert],
  ['IoT Device Defender Violation', deviceViolation],
  ['AWS Health Event', health],
  ['AWS Health Abuse Event', health],
  ['GuardDuty Finding', findingSeverity],
  ['Inspector2 Finding', findingSeverity],
  ['Macie Finding', findingSeverity],
  ['Access Analyzer Finding', accessFinding],
  ['Security Hub Findings - Imported', hubFindings],
  ['Security Hub Findings - Custom Action', hubFindings],
  ['Findings Imported V2', hubFindings],
  ['RDS Event', database],
  ['RDS DB Instance Event', database],
  ['RDS DB Cluster Event', database],
  ['RDS DB Snapshot Event', database],
  ['RDS DB Cluster Snapshot Event', database],
  ['Redshift Cluster Event', database],
  ['Redshift Snapshot Event', database],
  ['DMS Replication Instance Event', database],
  ['DMS Replication Task Event', database],
  ['ElastiCache Notification', cache],
  ['ECS Task State Change', containerTask],
  ['ECS Service Action', serviceAction],
  ['ECS Deployment State Change', serviceAction],
  ['ECR Image Scan', imageScan],
  ['Inspector2 Scan', imageScan],
  ['Email Bounced', bounce],
  ['Email Received', receivedMail],
  ['Elastic Beanstalk Notification', environmentNotice],
  ['S3 Replication', replication],
  ['Object Restore Expired', always('neutral')],
  ['Budget Notification', always('warning')],
  ['Anomaly Detected', always('warning')],
  ['Macie Alert', always('warning')],
  ['Incident Recorded', always('warning')],
  ['KMS CMK Deletion', always('warning')],
  ['ACM Certificate Available', always('success')],
  ['DevOps Guru Insight Closed', always('success')],
  ['FIS Experiment State Change', experiment],
]);
