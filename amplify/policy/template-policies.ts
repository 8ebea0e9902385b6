import type { Template, Templates } from '../synthesis/template';
import type { Policies } from './authorise';
import type { Policy } from './policy-document';
import { PolicyNotUnderstood } from './policy-error';
import { StackScope } from './stack-scope';
import { templateResourcePolicies } from './template-resources';
import { templateRoles } from './template-roles';
import type { TemplateRole } from './template-roles';
import type { TemplateWorld } from './template-world';

/** A function of a template and the role that it runs as. */
export interface TemplateFunction {
  readonly name: string;
  readonly arn: string;
  readonly roleArn: string;
}

/** Every policy of some templates, as CloudFormation would make them. */
export interface TemplatePolicies {
  readonly stacks: readonly StackScope[];
  readonly roles: readonly TemplateRole[];
  readonly functions: readonly TemplateFunction[];
  /** By the ARN of the resource. */
  readonly resourcePolicies: ReadonlyMap<string, Policy>;
  /** The roles that the identity pool gives: to guests, and to who is signed in; null where there is no pool. */
  readonly poolRoles: { readonly guest: string; readonly member: string } | null;
}

/** The template of a nested stack: the CDK puts eight hexadecimal digits behind the stack's name. */
function nestedTemplate(id: string, templates: Templates): readonly [string, Template] {
  const name = id.replace(/[0-9A-F]{8}$/, '');
  const template = Object.hasOwn(templates, name) ? templates[name] : undefined;
  if (template) return [name, template];
  throw new PolicyNotUnderstood(
    `No template is known for the nested stack ${id}.`,
    'Synthesise all stacks.',
  );
}

function templateFunctions(stacks: readonly StackScope[]): readonly TemplateFunction[] {
  return stacks.flatMap((stack) =>
    stack.resources('AWS::Lambda::Function').map((resource) => ({
      name: resource.name,
      arn: resource.arn,
      roleArn: String(resource.property('Role')),
    })),
  );
}

function poolRoles(stacks: readonly StackScope[]): TemplatePolicies['poolRoles'] {
  const [attachment] = stacks.flatMap((stack) =>
    stack.resources('AWS::Cognito::IdentityPoolRoleAttachment'),
  );
  if (!attachment) return null;
  const roles = attachment.property('Roles') as Readonly<Record<string, unknown>>;
  return { guest: String(roles['unauthenticated']), member: String(roles['authenticated']) };
}

/**
 * Reads every policy out of synthesised templates.
 *
 * @param root the template to begin with: `root`, or `connector`, which stands alone.
 * @throws PolicyNotUnderstood for a function, attribute or type of policy that it does not know.
 */
export function templatePolicies(
  templates: Templates,
  world: TemplateWorld,
  root = 'root',
): TemplatePolicies {
  const find = (id: string): readonly [string, Template] => {
    const [name, nested] = nestedTemplate(id, templates);
    return [`${world.stackName}-${name}`, nested];
  };
  const template = templates[root];
  if (!template) throw new PolicyNotUnderstood(`There is no template ${root}.`, 'Synthesise it.');
  const parameter = (name: string) => world.parameters?.[name];
  const stacks = new StackScope(world.stackName, template, world, parameter, find).stacks();
  return {
    stacks,
    roles: templateRoles(stacks),
    functions: templateFunctions(stacks),
    resourcePolicies: templateResourcePolicies(stacks),
    poolRoles: poolRoles(stacks),
  };
}

/**
 * The policies that bear on a request: those of the role whose session asks (none for a service or anyone), those
 * that the session was given, and the one of the resource.
 *
 * @param roleArn the role of the session; null for who has none.
 * @param standing the resource's policy where it was made at run time (queues and topics of people).
 */
export function policiesFor(
  known: TemplatePolicies,
  roleArn: string | null,
  resource: string,
  session: readonly Policy[] | null = null,
  standing: Policy | null = null,
): Policies {
  const byArn = (arn: string | null) => known.roles.find((role) => role.arn === arn);
  return {
    identity: byArn(roleArn)?.identity ?? [],
    session,
    resource: standing ?? byArn(resource)?.trust ?? known.resourcePolicies.get(resource) ?? null,
  };
}
