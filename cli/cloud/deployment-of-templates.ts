import { factsOf } from '../../amplify/functions/environment';
import type { StackResource } from '../../amplify/policy/stack-scope';
import { templatePolicies, type TemplatePolicies } from '../../amplify/policy/template-policies';
import type { Templates } from '../../amplify/synthesis/template';
import { NoDeployment, type CloudDeployment, type StandingResource } from './deployment';
import { FUNCTION_NAMES, type FunctionName } from './functions/function-list';
import type { DeployedFunction } from './functions/function-runner';
import type { RolePolicies } from './gate/gate';
import type { PasswordPolicy } from './user-pool/password-policy';

/** The emulator of queues and topics knows no other account. */
const ACCOUNT = '000000000000';
const REGION = 'eu-central-1';

/** What AWS would make up. */
const WORLD = {
  region: REGION,
  account: ACCOUNT,
  stackName: 'local',
  ids: {
    'AWS::Cognito::UserPool': `${REGION}_LocalPool`,
    'AWS::Cognito::UserPoolClient': 'localclient0000000000000000',
    'AWS::Cognito::IdentityPool': `${REGION}:00000000-0000-4000-8000-000000000000`,
  },
};

type Fields = Readonly<Record<string, unknown>>;

const all = ({ stacks }: TemplatePolicies, type: string): readonly StackResource[] =>
  stacks.flatMap((stack) => stack.resources(type));

function one(known: TemplatePolicies, type: string): StackResource {
  const [found] = all(known, type);
  if (found) return found;
  throw new NoDeployment(`The templates have no ${type}.`);
}

/** The deployment's prefix and a function's own name, as they stand in the function's name. */
const PARTS = /^(ame-[0-9a-f]{8})-(.+)$/;

function deployed(resource: StackResource): DeployedFunction | null {
  const name = PARTS.exec(resource.name)?.[2] as FunctionName;
  if (!FUNCTION_NAMES.includes(name)) return null;
  const { Variables: variables = {} } = (resource.property('Environment') ?? {}) as Fields;
  const environment = { ...(variables as Record<string, string>), AWS_REGION: REGION };
  const roleArn = String(resource.property('Role'));
  return { name, functionName: resource.name, roleArn, facts: factsOf(environment) };
}

function rolePolicies({ roles }: TemplatePolicies): RolePolicies {
  const byArn = new Map(roles.map((role) => [role.arn, role]));
  return {
    identity: (arn) => byArn.get(arn)?.identity ?? [],
    trust: (arn) => byArn.get(arn)?.trust ?? null,
  };
}

function passwordPolicy(pool: StackResource): PasswordPolicy {
  const { PasswordPolicy: policy = {} } = (pool.property('Policies') ?? {}) as Fields;
  const { MinimumLength = 8, ...required } = policy as Fields;
  return {
    minimumLength: Number(MinimumLength),
    requireLowercase: required['RequireLowercase'] === true,
    requireUppercase: required['RequireUppercase'] === true,
    requireNumbers: required['RequireNumbers'] === true,
    requireSymbols: required['RequireSymbols'] === true,
  };
}

function standing(known: TemplatePolicies, type: string): readonly StandingResource[] {
  return all(known, type).map(({ name, arn }) => ({
    name,
    policy: known.resourcePolicies.has(arn) ? policyText(known, arn) : null,
  }));
}

/** A standing policy's text as CloudFormation would put it on the resource. */
function policyText(known: TemplatePolicies, arn: string): string | null {
  const types = ['AWS::SQS::QueuePolicy', 'AWS::SNS::TopicPolicy'];
  const name = arn.split(':').at(-1) ?? '';
  const holds = (policy: StackResource) =>
    [policy.property('Queues'), policy.property('Topics')]
      .flat()
      .some((each) => String(each).endsWith(name));
  const [found] = types.flatMap((type) => all(known, type)).filter(holds);
  return found ? JSON.stringify(found.property('PolicyDocument')) : null;
}

function selfSignUp(pool: StackResource, functions: readonly DeployedFunction[]) {
  const { AllowAdminCreateUserOnly: closed } = (pool.property('AdminCreateUserConfig') ??
    {}) as Fields;
  if (closed === true) return 'closed';
  const domains = functions.flatMap(({ facts }) => facts.allowedDomains);
  return domains.length > 0 ? 'domains' : 'open';
}

/**
 * The deployment that the backend's own templates describe, on this machine's stand-in for an account.
 *
 * @throws NoDeployment where the templates lack something.
 */
export function deploymentOfTemplates(templates: Templates): CloudDeployment {
  const known = templatePolicies(templates, WORLD);
  const functions = all(known, 'AWS::Lambda::Function')
    .map(deployed)
    .filter((each) => each !== null);
  const pool = one(known, 'AWS::Cognito::UserPool');
  const table = one(known, 'AWS::DynamoDB::Table');
  const [first] = functions;
  if (!first || !known.poolRoles) throw new NoDeployment('The templates have no functions.');
  return {
    prefix: first.facts.prefix,
    place: { region: REGION, account: ACCOUNT },
    deployment: first.facts.deployment,
    selfSignUp: selfSignUp(pool, functions),
    userPoolId: pool.name,
    userPoolClientId: one(known, 'AWS::Cognito::UserPoolClient').name,
    identityPoolId: one(known, 'AWS::Cognito::IdentityPool').name,
    passwordPolicy: passwordPolicy(pool),
    authenticatedRoleArn: roleArn(known, known.poolRoles.member),
    guestRoleArn: roleArn(known, known.poolRoles.guest),
    functions,
    roles: rolePolicies(known),
    table: { name: table.name, properties: tableProperties(table) },
    queues: standing(known, 'AWS::SQS::Queue'),
    topics: standing(known, 'AWS::SNS::Topic'),
    rules: all(known, 'AWS::Events::Rule').map((rule) => ({
      Name: rule.name,
      State: String(rule.property('State') ?? 'ENABLED'),
    })),
  };
}

function roleArn({ roles }: TemplatePolicies, nameOrArn: string): string {
  return roles.find(({ name, arn }) => name === nameOrArn || arn === nameOrArn)?.arn ?? nameOrArn;
}

function tableProperties(table: StackResource): Fields {
  const names = ['KeySchema', 'AttributeDefinitions', 'GlobalSecondaryIndexes'];
  const read = names.map((name) => [name, table.property(name)] as const);
  return Object.fromEntries(read.filter(([, value]) => value !== undefined));
}
