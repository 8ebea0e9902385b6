/** A CloudFormation template, as far as we read one. */
export interface Template {
  readonly Resources: Readonly<Record<string, TemplateResource>>;
  readonly Parameters?: Readonly<Record<string, unknown>>;
  readonly Conditions?: Readonly<Record<string, unknown>>;
  readonly Outputs?: Readonly<Record<string, unknown>>;
}

export interface TemplateResource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
  readonly DependsOn?: string | readonly string[];
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
  readonly Condition?: string;
  readonly Metadata?: Readonly<Record<string, unknown>>;
}

/**
 * The templates by the name of their stack: `root`, and the nested `auth`, `queue`, `feed`, `share` and `watch`, whose
 * parameters the root's `AWS::CloudFormation::Stack` resources fill; and `connector`, which stands alone.
 */
export type Templates = Readonly<Record<string, Template>>;
