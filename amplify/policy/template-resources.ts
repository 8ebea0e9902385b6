import { permissionStatement, permittedFunction } from './lambda-permission';
import { record, refuse } from './policy-document';
import type { Policy } from './policy-document';
import { readPolicy } from './read-policy';
import type { StackResource, StackScope } from './stack-scope';

/** A policy document and the ARN of the resource that it stands on. */
interface Standing {
  readonly arn: string;
  readonly statements: readonly unknown[];
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

function standing(policy: StackResource, arns: readonly string[]): readonly Standing[] {
  const { Statement: statements } = record(policy.id, policy.property('PolicyDocument'));
  return arns.map((arn) => ({ arn, statements: list(statements) }));
}

/** `https://sqs.<region>.amazonaws.com/<account>/<name>` as the queue's ARN. */
function queueArn(url: unknown): string {
  const found = /^https:\/\/sqs\.([^.]+)\.[^/]+\/(\d+)\/(.+)$/.exec(String(url));
  if (!found) return refuse(String(url), 'is not the address of a queue.', 'Use its Ref.');
  return `arn:aws:sqs:${found[1]}:${found[2]}:${found[3]}`;
}

function permissions(stack: StackScope): readonly Standing[] {
  const { region, account } = stack.world;
  const anyArn = (name: string) => `arn:aws:lambda:${region}:${account}:function:${name}`;
  return stack.resources('AWS::Lambda::Permission').map((permission) => {
    const arn = permittedFunction(permission, anyArn);
    return { arn, statements: [permissionStatement(permission, arn)] };
  });
}

type Reader = (policy: StackResource) => readonly Standing[];

/** How each type of resource policy names what it stands on. */
const READERS = new Map<string, Reader>([
  [
    'AWS::SQS::QueuePolicy',
    (policy) => standing(policy, list(policy.property('Queues')).map(queueArn)),
  ],
  [
    'AWS::SQS::QueueInlinePolicy',
    (policy) => standing(policy, [queueArn(policy.property('Queue'))]),
  ],
  [
    'AWS::SNS::TopicPolicy',
    (policy) => standing(policy, list(policy.property('Topics')).map(String)),
  ],
  [
    'AWS::SNS::TopicInlinePolicy',
    (policy) => standing(policy, [String(policy.property('TopicArn'))]),
  ],
]);

/** Types whose name ends like a resource policy's and that are none, or are read elsewhere. */
const NO_RESOURCE_POLICY = new Set([
  'AWS::IAM::Policy',
  'AWS::IAM::RolePolicy',
  'AWS::IAM::ManagedPolicy',
]);

function unknownPolicies(stack: StackScope): readonly string[] {
  return stack
    .types()
    .filter(
      (type) => type.endsWith('Policy') && !NO_RESOURCE_POLICY.has(type) && !READERS.has(type),
    );
}

function standings(stack: StackScope): readonly Standing[] {
  const [unknown] = unknownPolicies(stack);
  if (unknown !== undefined) {
    refuse(stack.name, `${unknown} is not known.`, 'Add it to template-resources.ts.');
  }
  const read = [...READERS].flatMap(([type, reader]) => stack.resources(type).flatMap(reader));
  return [...read, ...permissions(stack)];
}

/** The resource policies of some stacks, by the ARN of what they stand on. */
export function templateResourcePolicies(
  stacks: readonly StackScope[],
): ReadonlyMap<string, Policy> {
  const byArn = new Map<string, unknown[]>();
  for (const { arn, statements } of stacks.flatMap(standings)) {
    byArn.set(arn, [...(byArn.get(arn) ?? []), ...statements]);
  }
  return new Map(
    [...byArn].map(([arn, statements]) => {
      const json = { Version: '2012-10-17', Statement: statements };
      return [arn, readPolicy(arn, 'resource', json)];
    }),
  );
}
