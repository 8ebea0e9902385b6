import { FUNCTION_NAMES } from '../../function-names';
import type { Allowance } from './allowance';

const NAMES = Object.values(FUNCTION_NAMES);

const sends = (topic: string, queues: readonly string[], where?: 'own'): Allowance => ({
  who: [`SNS, for ${topic}`],
  may: ['sqs:SendMessage'],
  on: queues,
  need: 'SNS delivers what was published to the topic',
  ...(where && { where }),
});

const delivery: readonly Allowance[] = [
  sends("Ada's feed", ["Ada's queue"]),
  sends("Ben's feed", ["Ben's queue"]),
  sends('the account feed', ["Ada's queue"], 'own'),
  sends("Ada's shared feed", ["the listener's queue", "another listener's queue"]),
  {
    who: ["Ada's connector"],
    may: ['sns:Publish'],
    on: ["Ada's feed"],
    need: 'EventBridge in the connected account publishes as the connector',
  },
  {
    who: ["Ben's connector"],
    may: ['sns:Publish'],
    on: ["Ben's feed"],
    need: 'EventBridge in the connected account publishes as the connector',
  },
  {
    who: ["Ada's connector in another Region"],
    may: ['events:PutEvents'],
    on: ["the default bus of Ada's account"],
    need: 'EventBridge hands events on to the Region of the feed',
  },
  {
    who: ["a role named like a connector's, in the account that Ben has connected"],
    may: ['sns:Publish'],
    on: ["Ben's feed"],
    need: 'Ben admits the account, and it decides for itself who has such a role',
  },
  {
    who: ['EventBridge, for a rule of the deployment'],
    may: ['sns:Publish'],
    on: ['the account feed'],
    need: "the deployment's rules have the feed as their target",
  },
  {
    who: ['Budgets'],
    may: ['sns:Publish'],
    on: ['the account feed'],
    need: "the budget's notices are heard",
  },
  {
    who: ['CloudWatch'],
    may: ['sns:Publish'],
    on: ['the alarm mail'],
    need: 'alarms are told by e-mail too',
    where: 'taps',
  },
];

const calls: readonly Allowance[] = [
  {
    who: ['Cognito, for the user pool'],
    may: ['lambda:InvokeFunction'],
    on: ['function pre-sign-up', 'function post-confirmation'],
    need: "the user pool's triggers",
  },
  {
    who: ["the sweep's schedule"],
    may: ['lambda:InvokeFunction'],
    on: ['function sweep'],
    need: 'EventBridge Scheduler calls the sweep every 15 minutes',
  },
];

const own = (name: string): Allowance => ({
  who: [`function ${name}`],
  may: ['logs:CreateLogStream', 'logs:PutLogEvents'],
  on: [`log of function ${name}`],
  need: 'Lambda writes what the function logs',
});

const sessions: readonly Allowance[] = [
  {
    who: ['Lambda'],
    may: ['sts:AssumeRole'],
    on: NAMES.map((name) => `role of function ${name}`),
    need: 'Lambda runs each function as its role',
  },
  {
    who: ['EventBridge, in the account that Ada has connected'],
    may: ['sts:AssumeRole'],
    on: ["role of Ada's connector", "role of Ada's connector in another Region"],
    need: 'EventBridge publishes, and hands on, as the role of the connected account',
  },
  {
    who: ['EventBridge, in the account that Ben has connected'],
    may: ['sts:AssumeRole'],
    on: ["role of Ben's connector"],
    need: 'EventBridge publishes as the role of the connected account',
  },
  {
    who: ["Scheduler, for the deployment's group"],
    may: ['sts:AssumeRole'],
    on: ["role of the sweep's schedule"],
    need: 'EventBridge Scheduler calls as its role',
  },
  {
    who: ["a guest's identity"],
    may: ['sts:AssumeRoleWithWebIdentity'],
    on: ['role of guests'],
    need: 'the identity pool gives credentials',
  },
  {
    who: ["a person's identity"],
    may: ['sts:AssumeRoleWithWebIdentity', 'sts:TagSession'],
    on: ['role of people'],
    need: 'the identity pool gives credentials, tagged with the sub',
  },
];

/** What AWS does for the deployment: delivery, triggers, and the giving of roles. */
export const SERVICES: readonly Allowance[] = [
  ...delivery,
  ...calls,
  ...NAMES.map(own),
  ...sessions,
];
