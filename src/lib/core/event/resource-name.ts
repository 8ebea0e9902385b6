import { memo } from './memo';

/** Resources come again and again. */
const MAX_REMEMBERED = 1_000;

/** The longest ARN that AWS accepts. */
const MAX_ARN_CHARS = 2_048;

/** The parts of an ARN's resource, of which one or several are the name. */
type Namer = (parts: readonly string[]) => string | undefined;

const first: Namer = (parts) => parts[0];
const second: Namer = (parts) => parts[1] ?? parts[0];
const last: Namer = (parts) => parts.at(-1);
/** Names with slashes in them: repositories, secrets. */
const afterFirst: Namer = (parts) => (parts.length > 1 ? parts.slice(1).join('/') : parts[0]);

/** A hyphen and six characters that Secrets Manager adds to a secret's name in its ARN. */
const SECRET_SUFFIX = /-[A-Za-z0-9]{6}$/;

/** Services whose ARNs do not end in the resource's name alone. */
const NAMERS = new Map<string, Namer>([
  ...['s3', 'codepipeline', 'sns', 'execute-api'].map((service): [string, Namer] => [
    service,
    first,
  ]),
  ...['lambda', 'dynamodb', 'states', 'cloudformation', 'sts', 'apigateway', 'codebuild'].map(
    (service): [string, Namer] => [service, second],
  ),
  ...['glue', 'eks', 'kafka', 'mq', 'datasync', 'kinesis', 'es', 'connect'].map(
    (service): [string, Namer] => [service, second],
  ),
  ['ecr', afterFirst],
  ['secretsmanager', (parts) => afterFirst(parts)?.replace(SECRET_SUFFIX, '')],
  ['logs', (parts) => logGroupName(`/${parts.slice(1).join('/')}`)],
  ['elasticloadbalancing', (parts) => (parts.length > 3 ? parts[2] : second(parts))],
  ['ssm', (parts) => (parts.length > 2 ? `/${parts.slice(1).join('/')}` : last(parts))],
]);

/** A load balancer as its access logs name it. */
const BALANCER = /^(?:app|net|gwy)\/([^/]+)\/[0-9a-f]+$/;
/** A log group that a service writes for one of its resources. */
const SERVICE_LOGS =
  /^\/(?:aws\/(?:lambda|codebuild|apigateway|vendedlogs\/states|events|pipes|apprunner|sagemaker\/\w+|eks|rds\/(?:instance|cluster)|ecs\/containerinsights)|ecs)\/([^/]+)/;
const GATEWAY_LOGS = /^\/?API-Gateway-Execution-Logs_([^/]+)/;

/**
 * The short name of a resource: of an ARN the part that names it, `orders` for a table, a function version or a
 * bucket's object alike; of a service's log group the resource that writes it; anything else as it is.
 */
export const resourceName = memo(nameOf, MAX_REMEMBERED);

function nameOf(text: string): string {
  const trimmed = text.trim();
  if (trimmed.startsWith('arn:') && trimmed.length <= MAX_ARN_CHARS) return nameInArn(trimmed);
  if (trimmed.startsWith('/') || trimmed.startsWith('API-')) return logGroupName(trimmed);
  return BALANCER.exec(trimmed)?.[1] ?? trimmed;
}

function nameInArn(arn: string): string {
  const [, , service = '', , , ...rest] = arn.split(':');
  const parts = rest
    .join(':')
    .split(/[:/]/)
    .filter((part) => part !== '' && part !== '*');
  const namer = NAMERS.get(service) ?? last;
  return namer(parts) ?? arn;
}

/** `orders` for `/aws/lambda/orders`; other groups keep their name. */
function logGroupName(group: string): string {
  return (
    SERVICE_LOGS.exec(group)?.[1] ??
    GATEWAY_LOGS.exec(group)?.[1] ??
    (group.lastIndexOf('/') === 0 ? group.slice(1) : group)
  );
}
