/** The longest ARN that AWS accepts. */
const MAX_ARN_CHARS = 2_048;

/** Services whose ARNs end in more than the resource's name, and which part of the resource is the name. */
const NAME_PART = new Map<string, 'first' | 'second'>([
  ['s3', 'first'],
  ['codepipeline', 'first'],
  ['sns', 'first'],
  ['lambda', 'second'],
  ['dynamodb', 'second'],
  ['logs', 'second'],
  ['states', 'second'],
  ['cloudformation', 'second'],
  ['sts', 'second'],
  ['apigateway', 'second'],
  ['codebuild', 'second'],
  ['glue', 'second'],
]);

/** A hyphen and six characters that Secrets Manager adds to a secret's name in its ARN. */
const SECRET_SUFFIX = /-[A-Za-z0-9]{6}$/;

/**
 * The short name of a resource: of an ARN the part that names it, `orders` for a table, a function version or a
 * bucket's object alike; anything else as it is.
 */
export function resourceName(text: string): string {
  const trimmed = text.trim();
  if (!trimmed.startsWith('arn:') || trimmed.length > MAX_ARN_CHARS) return trimmed;
  const [, , service = '', , , ...rest] = trimmed.split(':');
  const parts = rest
    .join(':')
    .split(/[:/]/)
    .filter((part) => part !== '');
  return nameIn(parts, service) ?? trimmed;
}

function nameIn(parts: readonly string[], service: string): string | undefined {
  if (service === 'elasticloadbalancing' && parts.length >= 4) return parts[2];
  if (service === 'secretsmanager') return parts.slice(1).join('/').replace(SECRET_SUFFIX, '');
  const place = NAME_PART.get(service);
  if (place === 'first') return parts[0];
  return place === 'second' ? (parts[1] ?? parts[0]) : parts.at(-1);
}
