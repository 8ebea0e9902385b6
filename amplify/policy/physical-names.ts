import { PolicyNotUnderstood } from './policy-error';
import type { TemplateWorld } from './template-world';

/** How resources of one type are called: the property that names them, what stands before the name in the ARN. */
interface Naming {
  readonly property?: string;
  readonly service: string;
  /** Text before the name in the ARN. */
  readonly before?: string;
  /** Text behind it. */
  readonly behind?: string;
  /** Whether the ARN leaves out the Region. */
  readonly global?: boolean;
  readonly ref?: 'arn' | 'url';
}

const NAMINGS = new Map<string, Naming>([
  ['AWS::IAM::Role', { property: 'RoleName', service: 'iam', before: 'role/', global: true }],
  [
    'AWS::IAM::ManagedPolicy',
    { property: 'ManagedPolicyName', service: 'iam', before: 'policy/', global: true, ref: 'arn' },
  ],
  ['AWS::SQS::Queue', { property: 'QueueName', service: 'sqs', ref: 'url' }],
  ['AWS::SNS::Topic', { property: 'TopicName', service: 'sns', ref: 'arn' }],
  ['AWS::Lambda::Function', { property: 'FunctionName', service: 'lambda', before: 'function:' }],
  ['AWS::DynamoDB::Table', { property: 'TableName', service: 'dynamodb', before: 'table/' }],
  ['AWS::DynamoDB::GlobalTable', { property: 'TableName', service: 'dynamodb', before: 'table/' }],
  ['AWS::Cognito::UserPool', { service: 'cognito-idp', before: 'userpool/' }],
  ['AWS::Cognito::UserPoolClient', { service: 'cognito-idp', before: 'client/' }],
  ['AWS::Cognito::IdentityPool', { service: 'cognito-identity', before: 'identitypool/' }],
  [
    'AWS::Logs::LogGroup',
    { property: 'LogGroupName', service: 'logs', before: 'log-group:', behind: ':*' },
  ],
  ['AWS::Events::Rule', { property: 'Name', service: 'events', before: 'rule/' }],
  ['AWS::Scheduler::Schedule', { property: 'Name', service: 'scheduler', before: 'schedule/' }],
  ['AWS::Scheduler::ScheduleGroup', { property: 'Name', service: 'scheduler', before: 'group/' }],
  ['AWS::CloudWatch::Alarm', { property: 'AlarmName', service: 'cloudwatch', before: 'alarm:' }],
  ['AWS::Pipes::Pipe', { property: 'Name', service: 'pipes', before: 'pipe/' }],
  ['AWS::KMS::Key', { service: 'kms', before: 'key/' }],
  ['AWS::S3::Bucket', { property: 'BucketName', service: 's3' }],
]);

/** A resource of a template with its properties resolved. */
export interface NamedResource {
  readonly stack: string;
  readonly id: string;
  readonly type: string;
  property(name: string): unknown;
}

function naming(resource: NamedResource): Naming {
  const found = NAMINGS.get(resource.type);
  if (found) return found;
  throw new PolicyNotUnderstood(
    `${resource.id}: how an ${resource.type} is called is not known.`,
    'Add its type to physical-names.ts.',
  );
}

/** The name that the template gives, or one like those that AWS makes up. */
export function physicalName(resource: NamedResource, world: TemplateWorld): string {
  const { property } = naming(resource);
  const given = property === undefined ? undefined : resource.property(property);
  if (typeof given === 'string') return given;
  const id = world.ids?.[resource.type];
  if (id !== undefined) return id;
  if (resource.type === 'AWS::Cognito::UserPool') return `${world.region}_${resource.id}`;
  if (resource.type === 'AWS::Cognito::IdentityPool') return `${world.region}:${resource.id}`;
  return `${resource.stack}-${resource.id}`;
}

export function physicalArn(resource: NamedResource, world: TemplateWorld): string {
  const { service, before = '', behind = '', global = false } = naming(resource);
  const path = resource.type === 'AWS::IAM::Role' ? resource.property('Path') : undefined;
  const under = typeof path === 'string' ? path.slice(1) : '';
  const name = physicalName(resource, world);
  const region = global ? '' : world.region;
  return `arn:aws:${service}:${region}:${world.account}:${before}${under}${name}${behind}`;
}

/** What `Ref` gives. */
export function reference(resource: NamedResource, world: TemplateWorld): string {
  const { ref } = naming(resource);
  if (ref === 'arn') return physicalArn(resource, world);
  const name = physicalName(resource, world);
  if (ref === 'url') return `https://sqs.${world.region}.amazonaws.com/${world.account}/${name}`;
  return name;
}

/** What `Fn::GetAtt` gives. Throws PolicyNotUnderstood for an attribute that is not known. */
export function attribute(resource: NamedResource, name: string, world: TemplateWorld): string {
  if (name === 'Arn' || name === 'TopicArn') return physicalArn(resource, world);
  if (name === 'QueueName' || name === 'TopicName') return physicalName(resource, world);
  if (name === 'StreamArn') return `${physicalArn(resource, world)}/stream/0`;
  if (name === 'ProviderName') {
    return `cognito-idp.${world.region}.amazonaws.com/${physicalName(resource, world)}`;
  }
  throw new PolicyNotUnderstood(
    `${resource.id}: the attribute ${name} of an ${resource.type} is not known.`,
    'Add it to physical-names.ts.',
  );
}
