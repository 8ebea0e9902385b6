/** What CloudFormation knows beside the templates: where they are deployed, and the ids that AWS makes up. */
export interface TemplateWorld {
  readonly region: string;
  /** Twelve digits. */
  readonly account: string;
  /** The name of the root stack; names that AWS would make up begin with it. */
  readonly stackName: string;
  /** The last part of the root stack's id, which AWS makes up too. */
  readonly stackId?: string;
  /** Values of the template's parameters; those not named have their default. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** Ids of things by the type of their resource, where the one that is made up here will not do. */
  readonly ids?: Readonly<Record<string, string>>;
}
