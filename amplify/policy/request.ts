/** Who asks. A role's session carries the role's ARN, its session name and its session tags. */
export type Principal =
  | {
      readonly kind: 'role-session';
      readonly roleArn: string;
      readonly sessionName: string;
      readonly tags: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'service'; readonly service: string }
  /** Someone with a token of an identity provider, who asks for a role. */
  | { readonly kind: 'federated'; readonly provider: string }
  | { readonly kind: 'anonymous' };

/** Condition keys and their values, as the service would put them into the request's context. */
export type ContextValues = Readonly<Record<string, string | readonly string[]>>;

/** One request to one service. `resource` is an ARN, or `*` for an action that knows no resource. */
export interface PolicyRequest {
  readonly principal: Principal;
  /** As in `sqs:ReceiveMessage`. */
  readonly action: string;
  readonly resource: string;
  readonly context: ContextValues;
  /** The account of a resource whose ARN does not say it (buckets); twelve digits. */
  readonly resourceAccount?: string;
}
