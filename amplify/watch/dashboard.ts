import { Dashboard, GraphWidget } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { accountFeedName, deadLettersName } from '../../src/lib/core/cloud/names';
import { lambdaName } from '../resource-arns';
import {
  callsOf,
  deadLetterCount,
  errorsOf,
  failedFrom,
  failuresIn,
  publishedTo,
  slownessOf,
} from './metrics';

const HALF = 12;

/** The deployment at one glance: what comes in, what was set aside, and how the functions do. */
export function dashboard(scope: Construct, prefix: string, functions: readonly string[]) {
  const names = functions.map((name) => lambdaName(prefix, name));
  const feed = accountFeedName(prefix);
  return new Dashboard(scope, 'Dashboard', {
    dashboardName: prefix,
    widgets: [
      [
        graph('Events of the account', [publishedTo(feed), failedFrom(feed)]),
        graph('Dead letters', [deadLetterCount(deadLettersName(prefix))]),
      ],
      [
        graph('Calls', names.map(callsOf)),
        graph('Errors', [failuresIn(prefix), ...names.map(errorsOf)]),
      ],
      [graph('95 % of the calls took at most (ms)', names.map(slownessOf))],
    ],
  });
}

function graph(title: string, left: ReturnType<typeof callsOf>[]): GraphWidget {
  return new GraphWidget({ title, left, width: HALF });
}
