import type { Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { Deployment } from '../deployment';
import { mailAlarms } from './alarm-mail';
import { alarms } from './alarms';
import { budget } from './budget';
import { dashboard } from './dashboard';

/**
 * Alarms, the budget and the dashboard.
 * @param functions the names of the functions' folders
 */
export function watch(
  scope: Construct,
  { prefix, settings }: Deployment,
  accountFeed: Topic,
  functions: readonly string[],
): void {
  const raised = alarms(scope, prefix);
  if (settings.alarmEmail !== null) mailAlarms(scope, prefix, settings.alarmEmail, raised);
  if (settings.budgetUsd !== null)
    budget(scope, prefix, settings.budgetUsd, accountFeed, settings.alarmEmail);
  dashboard(scope, prefix, functions);
}
